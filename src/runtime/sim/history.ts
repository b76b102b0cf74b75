/**
 * History: what clients were told, and whether one correct store could have told it.
 *
 * Every write that succeeded names its revision, and every read the revision it saw, so the order of a key's versions
 * is known. Linearizable then means: an operation that began after another had ended has not an older revision, a read
 * returns the value written at its revision, a refused or failed write is never seen, and every increment counts once.
 * It is fast, and says what is wrong in the store's own terms; `linearizability.ts` is slower, and takes no revision
 * for granted.
 */

export type Outcome =
  | { readonly kind: 'ok'; readonly revision: number; readonly value: string }
  /** A result that says why nothing was done; of a read or a delete: there is no item. */
  | { readonly kind: 'failed' }
  /** Refused every time it was sent. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' };

export interface Operation {
  readonly client: number;
  readonly kind: 'put' | 'delete' | 'compare-and-set' | 'increment' | 'get';
  readonly key: string;
  /** What a put or compare-and-set writes: unique among all operations. Else empty; an empty increment adds 1. */
  readonly value: string;
  /** Of a compare-and-set: the revision that it asks for; 0 = that there is no item. */
  readonly expectedRevision?: number;
  /** A read with `local` consistency: it may be old, but not wrong. */
  readonly isLocal?: boolean;
  readonly beganMs: number;
  endedMs: number;
  outcome: Outcome;
}

/** What does not hold in the history; undefined when everything does. */
export function checkHistory(operations: readonly Operation[]): string | undefined {
  const byKey = new Map<string, Operation[]>();
  for (const operation of operations) {
    const ofKey = byKey.get(operation.key);
    if (ofKey === undefined) byKey.set(operation.key, [operation]);
    else ofKey.push(operation);
  }
  for (const [key, ofKey] of byKey) {
    const ordered = ofKey.filter(({ isLocal }) => isLocal !== true);
    const wrong = checkRealTime(ordered) ?? checkWrites(ordered) ?? checkReads(ofKey) ?? checkCounts(ordered);
    if (wrong !== undefined) return `history of ${key}: ${wrong}`;
  }
  return undefined;
}

const revisionOf = ({ outcome }: Operation): number => (outcome.kind === 'ok' ? outcome.revision : 0);

/**
 * Operations whose place in the order of versions is known. Where nothing is ever deleted, a read that found nothing
 * came before every write.
 */
function placed(operations: readonly Operation[]): Operation[] {
  const isDeleted = operations.some(({ kind }) => kind === 'delete');
  return operations.filter(
    ({ kind, outcome }) => outcome.kind === 'ok' || (!isDeleted && kind === 'get' && outcome.kind === 'failed'),
  );
}

function describe(operation: Operation): string {
  const { client, kind, value, outcome } = operation;
  const seen = outcome.kind === 'ok' ? ` = ${outcome.value} at revision ${outcome.revision}` : ` ${outcome.kind}`;
  return `client ${client} ${kind} ${value}${seen}`;
}

function checkRealTime(operations: readonly Operation[]): string | undefined {
  const byEnd = placed(operations).sort((a, b) => a.endedMs - b.endedMs);
  const byBegin = [...byEnd].sort((a, b) => a.beganMs - b.beganMs);
  let ended = 0;
  let newest: Operation | undefined;
  for (const operation of byBegin) {
    for (let next = byEnd[ended]; next !== undefined && next.endedMs < operation.beganMs; next = byEnd[ended]) {
      if (newest === undefined || revisionOf(next) > revisionOf(newest)) newest = next;
      ended += 1;
    }
    if (newest === undefined) continue;
    const isOlder = revisionOf(operation) < revisionOf(newest);
    const isSameWrite = operation.kind !== 'get' && revisionOf(operation) === revisionOf(newest);
    if (isOlder || isSameWrite) return `${describe(operation)}, after ${describe(newest)} had ended`;
  }
  return undefined;
}

function checkWrites(operations: readonly Operation[]): string | undefined {
  const writers = new Map<number, Operation>();
  for (const operation of operations) {
    if (operation.kind === 'get' || operation.outcome.kind !== 'ok') continue;
    const other = writers.get(operation.outcome.revision);
    if (other !== undefined) return `one revision for two writes: ${describe(operation)}, ${describe(other)}`;
    writers.set(operation.outcome.revision, operation);
  }
  return undefined;
}

function checkReads(operations: readonly Operation[]): string | undefined {
  const writerOfValue = new Map<string, Operation>();
  const valueAt = new Map<number, string>();
  for (const operation of operations) {
    if (operation.value !== '') writerOfValue.set(operation.value, operation);
    if (operation.outcome.kind !== 'ok') continue;
    const { revision, value } = operation.outcome;
    const known = valueAt.get(revision);
    if (known !== undefined && known !== value) return `revision ${revision} is both ${known} and ${value}`;
    valueAt.set(revision, value);
  }
  const isCounter = operations.some(({ kind }) => kind === 'increment');
  for (const read of operations) {
    if (isCounter || read.kind !== 'get' || read.outcome.kind !== 'ok') continue;
    const writer = writerOfValue.get(read.outcome.value);
    if (writer === undefined) return `${describe(read)}, which nobody wrote`;
    if (writer.outcome.kind === 'refused' || writer.outcome.kind === 'failed') {
      return `${describe(read)}, which was not written: ${describe(writer)}`;
    }
    if (writer.beganMs > read.endedMs) return `${describe(read)}, before ${describe(writer)} began`;
  }
  return undefined;
}

/** Every increment adds one: versions of a counter and its values rise together, and the last value is their count. */
function checkCounts(operations: readonly Operation[]): string | undefined {
  const increments = operations.filter(({ kind }) => kind === 'increment');
  if (increments.length === 0) return undefined;
  const isRead = ({ kind }: Operation): number => (kind === 'get' ? 1 : 0);
  const seen = operations
    .filter(({ outcome }) => outcome.kind === 'ok')
    .sort((a, b) => revisionOf(a) - revisionOf(b) || isRead(a) - isRead(b));
  let count = 0;
  for (const operation of seen) {
    const { outcome } = operation;
    const value = outcome.kind === 'ok' ? Number(outcome.value) : 0;
    const isNext = operation.kind === 'increment' ? value > count : value >= count;
    if (!isNext) return `${describe(operation)}, where the count was ${count} already`;
    count = value;
  }
  const done = increments.filter(({ outcome }) => outcome.kind === 'ok').length;
  const unknown = increments.filter(({ outcome }) => outcome.kind === 'unknown').length;
  if (count < done || count > done + unknown) {
    return `${done} increments were acknowledged and ${unknown} are unknown, but the count is ${count}`;
  }
  return undefined;
}
