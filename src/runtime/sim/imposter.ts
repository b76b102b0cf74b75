/**
 * Imposter: a second process that goes by a live node's id. It dials another node with the identity of an older start,
 * that of a copied directory that was started, or one that nobody ever had; if it is let in, it says something, marked
 * so that the oracles recognise it.
 */
import { envelopeOfBeat } from '../../actors/peer-link/beats.js';
import type { Envelope } from '../actor/envelope.js';
import type { Routes } from '../actor/routes.js';
import { unreachable } from '../base/assert.js';
import { type Body, decodeMessage, encodeMessage, peer } from '../base/proto.js';
import { CLUSTER_ID } from './cluster.js';
import { encodeFrame } from './local-link.js';
import type { ConnectionEnd, SimulatedNetwork } from './network.js';
import type { Identity } from './node.js';
import { BOOTS_PER_LIFE } from './process.js';
import type { VirtualTime } from './virtual-time.js';

type Hello = Body<peer.Hello.$Properties>;

/** Boot of its actors, within a life. */
export const IMPOSTER_BOOT = BOOTS_PER_LIFE - 1;
/**
 * `older`: a process of the start before the last. `copied directory`: its copy was started, so it knows the last
 * start. `same start`, `unknown start`: another nonce, or one that does not follow from the last.
 */
export type Disguise = 'older' | 'copied directory' | 'same start' | 'unknown start';

const PEER_PROTOCOL = 1;
const STAYS_MS = 800;

export interface ImposterOptions {
  readonly time: VirtualTime;
  readonly network: SimulatedNetwork;
  readonly routes: Routes;
  /** Whom it plays: a node with a lower id than `target`, whose groups both have. */
  readonly node: number;
  readonly identities: readonly Identity[];
  readonly target: number;
  readonly group: number;
  readonly disguise: Disguise;
  /** The target has answered: `hello`, or with the code of an error. */
  readonly onAnswer: (answer: string) => void;
}

/** False when there is no identity to take. */
export function sendImposter(options: ImposterOptions): boolean {
  const { network, node, target, disguise, identities, time } = options;
  const identity = disguise === 'older' ? identities.at(-2) : identities.at(-1);
  if (identity === undefined) return false;
  const hello = helloOf(options, identity);
  const onDialed = (end: ConnectionEnd) => {
    end.listener = {
      onPayloads: (payloads) => {
        for (const payload of payloads) {
          const answer = answerIn(payload);
          if (answer !== undefined) options.onAnswer(answer);
          if (answer === 'hello') speak(end, options, identity.life);
        }
      },
      onClosed: () => {},
      onDrained: () => {},
    };
    end.write([encodeMessage(peer.Frame, { hello })]);
    time.at(time.now() + STAYS_MS, () => end.close());
  };
  network.dial(node, target, { onDialed, onRefused: () => {} }, () => true);
  return true;
}

function helloOf({ node, target, disguise }: ImposterOptions, { header }: Identity): Hello {
  const { instanceId, nodeBoot, bootNonce, previousBootNonce } = header;
  const base = { protocol: PEER_PROTOCOL, clusterId: CLUSTER_ID, node, toNode: target, isKnock: false };
  const own = { volumeInstance: instanceId, boot: nodeBoot, nonce: bootNonce, previousNonce: previousBootNonce };
  const nonce = 'f'.repeat(32);
  switch (disguise) {
    case 'older':
      return { ...base, ...own };
    case 'same start':
      return { ...base, ...own, nonce };
    case 'copied directory':
      return { ...base, ...own, boot: nodeBoot + 1, nonce, previousNonce: bootNonce };
    case 'unknown start':
      return { ...base, ...own, boot: nodeBoot + 1, nonce, previousNonce: nonce };
    default:
      return unreachable(disguise);
  }
}

function answerIn(payload: Uint8Array): string | undefined {
  const frame = decodeMessage<peer.Frame.$Properties>(peer.Frame, payload) as Body<peer.Frame.$Properties>;
  return frame.hello == null ? frame.refusal?.errorCode : 'hello';
}

/** An answer to a heartbeat of an old term, which the core would not heed anyway. */
function speak(end: ConnectionEnd, { node, target, group, routes }: ImposterOptions, life: number): void {
  const beat = { group, to: 1, from: 2, term: 1, commit: 0, matchAll: 0, isAnswer: true, clockMs: 0 };
  const envelope: Envelope = {
    ...envelopeOfBeat(beat, target, node),
    fromBoot: life * BOOTS_PER_LIFE + IMPOSTER_BOOT,
  };
  const envelopes = encodeFrame([envelope], routes);
  end.write([encodeMessage(peer.Frame, { envelopes })]);
}
