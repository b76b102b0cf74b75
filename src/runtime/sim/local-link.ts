/**
 * Local link: how envelopes and peer events cross from one thread of a simulated node to another, in order.
 *
 * In half of the seeds envelopes are encoded and decoded, as between real threads; in the other half they are passed as
 * they are, with a checksum at both ends, so that a message changed after it was sent is found.
 */
import type { ActorRef, PeerEvent } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import { decodeEnvelopes, encodeEnvelope } from '../actor/envelope-codec.js';
import type { Routes } from '../actor/routes.js';
import { crc32 } from '../base/crc.js';
import { QuorateError } from '../base/errors.js';
import { Writer } from '../base/proto.js';
import type { Random } from '../base/random.js';
import type { SimulatedThread } from './thread.js';

export type Transport = 'codec' | 'reference';

const HOP_MS_MIN = 0.02;
const HOP_MS_MAX = 0.2;

export class LocalLink {
  readonly #to: SimulatedThread;
  readonly #from: SimulatedThread;
  readonly #routes: Routes;
  readonly #transport: Transport;
  readonly #random: Random;
  #lastArrivalMs = 0;

  constructor(from: SimulatedThread, to: SimulatedThread, routes: Routes, transport: Transport, random: Random) {
    this.#from = from;
    this.#to = to;
    this.#routes = routes;
    this.#transport = transport;
    this.#random = random;
  }

  send(envelopes: readonly Envelope[]): void {
    const frame = encodeFrame(envelopes, this.#routes);
    if (this.#transport === 'codec') {
      this.#carry(() => this.#to.kernel.deliver(decodeEnvelopes(frame, this.#routes)));
      return;
    }
    const checksum = crc32(frame);
    this.#carry(() => {
      if (crc32(encodeFrame(envelopes, this.#routes)) !== checksum) {
        const types = envelopes.map(({ message }) => message?.type).join(' ');
        throw new QuorateError('ERR_INVARIANT', `a message was changed after it was sent: one of ${types}`);
      }
      this.#to.kernel.deliver(envelopes);
    });
  }

  tell(ref: ActorRef, event: PeerEvent): void {
    this.#carry(() => this.#to.kernel.peer(ref, event));
  }

  #carry(arrive: () => void): void {
    const hopMs = HOP_MS_MIN + this.#random.fraction() * (HOP_MS_MAX - HOP_MS_MIN);
    this.#lastArrivalMs = Math.max(this.#lastArrivalMs, this.#from.nowMs() + hopMs);
    this.#to.whenFree(this.#lastArrivalMs, arrive);
  }
}

/** Bytes of their own: nothing that is sent later can change them. */
export function encodeFrame(envelopes: readonly Envelope[], routes: Routes): Uint8Array {
  const writer = Writer.create();
  for (const envelope of envelopes) encodeEnvelope(writer, envelope, routes);
  return Uint8Array.from(writer.finish());
}
