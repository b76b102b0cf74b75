/** Entries and commands as a group would send them, written briefly. */
import { byteKeyOfText } from '../../../src/runtime/base/byte-key.js';
import type { Entry } from '../../../src/runtime/base/log-store.js';
import { type Body, command, encodeMessage, raft } from '../../../src/runtime/base/proto.js';
import { vshardOf } from '../../../src/runtime/base/vshard.js';

export type Operation = Body<command.Operation.$Properties>;
export type Command = Body<command.Command.$Properties>;

export const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf8'));
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

export const COLLECTION = 'items';

type When = Partial<Pick<Operation, 'precondition' | 'expectedRevision'>> & { readonly collection?: string };

function operation(key: string, when: When): Operation {
  const { collection = COLLECTION, precondition = command.Precondition.NONE, expectedRevision = 0 } = when;
  return { collection: text(collection), key: text(key), precondition, expectedRevision };
}

export function put(
  key: string,
  value: string,
  { kind = command.ItemKind.BYTES, timeToLiveMs = 0, ...when }: When & Partial<NonNullable<Operation['put']>> = {},
): Operation {
  return { ...operation(key, when), put: { kind, value: text(value), timeToLiveMs } };
}

export function del(key: string, when: When = {}): Operation {
  return { ...operation(key, when), delete: {} };
}

export function increment(key: string, delta: number, when: When = {}): Operation {
  return { ...operation(key, when), increment: { delta } };
}

export interface Naming {
  readonly session?: readonly [stampMs: number, serial: number];
  readonly sequence?: number;
  readonly lowestUnresolved?: number;
  readonly idempotencyHash?: Uint8Array;
  readonly requestHash?: Uint8Array;
  readonly vshard?: number;
}

export function commandOf(operations: readonly Operation[], naming: Naming = {}): Command {
  const first = operations[0];
  const own = first === undefined ? 0 : slotOf(textOf(first.key), textOf(first.collection));
  const [sessionStampMs, sessionSerial] = naming.session ?? [0, 0];
  return {
    sessionStampMs,
    sessionSerial,
    sequence: naming.sequence ?? 0,
    lowestUnresolved: naming.lowestUnresolved ?? 0,
    idempotencyHash: naming.idempotencyHash ?? new Uint8Array(0),
    requestHash: naming.requestHash ?? new Uint8Array(0),
    vshard: naming.vshard ?? own,
    operations: [...operations],
  };
}

export function slotOf(key: string, collection = COLLECTION): number {
  return vshardOf(byteKeyOfText(collection), byteKeyOfText(key));
}

export function entryOf(index: number, commands: readonly Command[], clockMs = 0, term = 1): Entry {
  const encoded = commands.map((each) => encodeMessage(command.Command, each as command.Command.$Properties));
  return {
    index,
    term,
    type: raft.EntryType.NORMAL,
    data: encodeMessage(command.Batch, { clockMs, commands: encoded }),
  };
}

export const emptyEntry = (index: number, term = 1): Entry => ({
  index,
  term,
  type: raft.EntryType.NORMAL,
  data: new Uint8Array(0),
});
