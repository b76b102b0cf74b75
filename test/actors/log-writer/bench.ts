/** One log writer under virtual time on a simulated disk; the test speaks for its groups, and says what the disk does. */
import { logWriterKind } from '../../../src/actors/log-writer/log-writer.js';
import type { ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import type { Kernel } from '../../../src/runtime/actor/kernel.js';
import type { AnyMessage } from '../../../src/runtime/actor/protocol.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { present } from '../../../src/runtime/base/assert.js';
import type { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import type { NodeStorage } from '../../../src/runtime/base/node-storage.js';
import type { Body, raft, storage } from '../../../src/runtime/base/proto.js';
import { SimulatedDisk, type StoreCall } from '../../../src/runtime/sim/disk/disk.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

export type Opened = Body<storage.Opened.$Properties>;
export type Appended = Body<storage.Appended.$Properties>;
type Append = Body<storage.Append.$Properties>;
type EntriesRead = Body<storage.EntriesRead.$Properties>;

export const INSTANCE_ID = '0'.repeat(32);
const EXPECTATION = { clusterId: 'cluster', nodeId: 1, bootNonce: 'nonce' };
export const WRITER: ActorRef = { node: 1, kind: 'log-writer', instance: 0 };
export const GROUP_BOOT = 10;
const groupRef = (group: number): ActorRef => ({ node: 1, kind: 'group', instance: group });

/** One log writer with the logs of groups 1, 2 and 3. */
export class Bench {
  readonly time = new VirtualTime();
  readonly calls: StoreCall[] = [];
  readonly disk = new SimulatedDisk({ onCall: (call) => this.#called(call) });
  /** What an opening meets. */
  onOpen: () => void = () => undefined;
  /** What the next write throws. */
  failure: QuorateError | undefined;
  readonly kernel: Kernel;
  /** The ends of the budget for restarts. */
  escalated = 0;
  /** Of the log writer, as it announces itself. */
  writerBoot = 0;
  #sent: Envelope[] = [];

  /** On the simulated disk, or on a storage of the test's own, which it may change before the volume is opened. */
  constructor(limits: Partial<Limits> = {}, own?: { readonly storage: NodeStorage; beforeStart(): void }) {
    const storage = own?.storage ?? this.disk;
    const replicas = [1, 2, 3].map((group) => ({
      ...{ group, replica: 1, stateFile: `state-${group}` },
      initial: { index: 1, term: 1 },
    }));
    storage.createLog({ clusterId: 'cluster', nodeId: 1, volume: 0, instanceId: INSTANCE_ID }, replicas);
    own?.beforeStart();
    const all = { ...DEFAULT_LIMITS, ...limits };
    this.kernel = createKernel({
      node: 1,
      bootBase: 0,
      kinds: [logWriterKind({ storage, expectation: EXPECTATION, limits: all })],
      environment: this.time.environment(3),
      uplink: {
        forward: (envelopes) => this.#sent.push(...envelopes),
        publish: (_ref, event) => {
          if (event.state === 'up') this.writerBoot = event.boot;
        },
        escalate: () => {
          this.escalated += 1;
        },
      },
      supervision: SUPERVISION,
      limits: all,
    });
    this.kernel.spawn('log-writer', 0);
    this.time.runFor(0);
  }

  #called(call: StoreCall): void {
    this.calls.push(call);
    if (call.operation === 'open' && call.phase === 'before') this.onOpen();
    const { failure } = this;
    if (failure === undefined || call.operation !== 'write') return;
    this.failure = undefined;
    throw failure;
  }

  /** Delivers messages from one group, in one turn with whatever else is there. */
  deliver(group: number, messages: readonly AnyMessage[], boot = GROUP_BOOT): void {
    const common = { to: WRITER, toBoot: 0, from: groupRef(group), fromBoot: boot, ask: 0, isAnswer: false };
    this.kernel.deliver(messages.map((message) => ({ ...common, message, failure: undefined })));
  }

  run(): void {
    this.time.runFor(0);
  }

  take<T extends object>(type: string): T[] {
    const taken = this.#sent.filter(({ message }) => message?.type === type);
    this.#sent = this.#sent.filter(({ message }) => message?.type !== type);
    return taken.map(({ message }) => present(message, 'message').body as T);
  }

  open(group: number, boot = GROUP_BOOT): Opened {
    this.deliver(group, [{ type: 'open', body: { group, groupBoot: boot } }], boot);
    this.run();
    return present(this.take<Opened>('opened').at(-1), 'Opened');
  }

  append(group: number, sequence: number, changes: Partial<Append> = {}): void {
    const index = sequence + 1;
    const body = {
      ...{ group, groupBoot: GROUP_BOOT, writerBoot: this.writerBoot, sequence },
      ...{ hardState: { term: 1, vote: 1, commit: 1 }, entries: [entry(index)] },
      ...changes,
    };
    this.deliver(group, [{ type: 'append', body }], body.groupBoot);
  }

  /** [group, sequence, code] of every answer since the last call. */
  answers(): unknown[] {
    this.run();
    return this.take<Appended>('appended').map(({ group, sequence, errorCode }) => [group, sequence, errorCode]);
  }

  read(group: number, from: number, to: number, maxBytes = 1_000): EntriesRead {
    this.deliver(group, [{ type: 'readEntries', body: { group, from, to, maxBytes, token: 77 } }]);
    this.run();
    return present(this.take<EntriesRead>('entriesRead')[0], 'EntriesRead');
  }

  commits(): number {
    return this.calls.filter(({ operation, phase }) => operation === 'commit' && phase === 'after').length;
  }
}

export const entry = (index: number, term = 1): Body<raft.Entry.$Properties> => {
  return { index, term, type: 0, data: new Uint8Array([index]) };
};
