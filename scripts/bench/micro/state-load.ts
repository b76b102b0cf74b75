/** What the benchmarks of the state machine share: a replica on a real state file, and entries of random puts. */
import { Replica } from '../../../src/actors/applier/replica.js';
import { type ReadableEntry, readEntry } from '../../../src/actors/applier/state-machine.js';
import { byteKey } from '../../../src/runtime/base/byte-key.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import type { Entry } from '../../../src/runtime/base/log-store.js';
import { command, encodeMessage } from '../../../src/runtime/base/proto.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { VSHARD_COUNT, vshardOf } from '../../../src/runtime/base/vshard.js';
import { NodeFiles, stateFileName } from '../../../src/runtime/storage/storage.js';

export const VALUE_BYTES = 256;
export const KEYS = 100_000;
const SESSIONS = 64;

const GROUP = 1;
const COLLECTION = new TextEncoder().encode('items');
const VOLUME_INSTANCE = '0'.repeat(32);
const CLOCK_MS = 1_700_000_000_000;

/** A replica that owns every slot, in a new state file. */
export function openReplica(directory: string): Replica {
  const storage = new NodeFiles(directory);
  const stateFile = stateFileName(GROUP, 1);
  const membership = { voters: [1], learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false };
  const meta = {
    volumeInstanceId: VOLUME_INSTANCE,
    group: GROUP,
    replica: 1,
    flushedIndex: 1,
    flushedTerm: 1,
    membership,
    membershipIndex: 1,
    logClockMs: CLOCK_MS,
    stateHash: { high: 0, low: 0 },
    applyVersion: 1,
    ownedVshards: Array.from({ length: VSHARD_COUNT }, (_, vshard) => vshard),
    mapVersion: 1,
  };
  storage.createState(stateFile, meta, []);
  return Replica.open(
    { group: GROUP, replica: 1, stateFile, volumeInstance: VOLUME_INSTANCE },
    storage,
    DEFAULT_LIMITS,
  );
}

/** Keys of 16 bytes, the same at every run. */
export function keyOf(number: number): Uint8Array {
  return new TextEncoder().encode(`key-${String(number).padStart(12, '0')}`);
}

/** Makes entries of puts, as gateways would encode them: each of a session that has one command in flight. */
export class PutLoad {
  readonly #random = createRandom(1);
  readonly #value = new Uint8Array(VALUE_BYTES).fill(7);
  readonly #commandsPerEntry: number;
  #count = 0;

  constructor(commandsPerEntry: number) {
    this.#commandsPerEntry = commandsPerEntry;
  }

  /** The bytes only: they fit any index. */
  data(number: (n: number) => number = () => this.#random.below(KEYS)): Uint8Array {
    const commands = Array.from({ length: this.#commandsPerEntry }, (_, n) => this.#command(number(n)));
    return encodeMessage(command.Batch, { clockMs: CLOCK_MS, commands });
  }

  #command(number: number): Uint8Array {
    const key = keyOf(number);
    const sequence = Math.floor(this.#count / SESSIONS) + 1;
    const serial = 1_000_000_000_000 + (this.#count % SESSIONS);
    this.#count += 1;
    return encodeMessage(command.Command, {
      sessionStampMs: CLOCK_MS,
      sessionSerial: serial,
      sequence,
      lowestUnresolved: sequence,
      vshard: vshardOf(byteKey(COLLECTION), byteKey(key)),
      operations: [{ collection: COLLECTION, key, put: { kind: 0, value: this.#value } }],
    });
  }
}

/** Reads and applies one entry, as the applier does. */
export function applyNext(replica: Replica, data: Uint8Array): number {
  const entry: Entry = { index: replica.machine.index + 1, term: 1, type: 0, data };
  const readable: ReadableEntry = readEntry(entry);
  return replica.machine.apply(readable).length;
}
