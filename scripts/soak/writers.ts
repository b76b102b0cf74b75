/**
 * The writers of a soak. Each waits for one answer before it goes on, and settles what was left open.
 *
 *   put        keys of its own, with a number that rises
 *   count      a counter of its own
 *   keyed      a counter of its own, each increment under an idempotency key, retried through any client until it is done
 *   contend    registers and counters that it shares with others of its kind: puts, compare-and-sets, deletes, reads
 */
import type { Client } from '../../src/client/client.js';
import { QuorateError } from '../../src/runtime/base/errors.js';
import type { Random } from '../../src/runtime/base/random.js';
import type { Operation } from '../../src/runtime/sim/history.js';
import type { Gate } from './gate.js';
import type { Ledger } from './ledger.js';
import { answered, type Settled, settle, someTimeoutMs } from './settle.js';

export const ITEMS = 'items';
export const COUNTERS = 'counters';

const KEYS_PER_WRITER = 200;
const SHARED_KEYS = 4;
/** A shared key is left after so many operations of one writer, so that its history stays short. */
const OPERATIONS_PER_KEY = 25;
/** One in so many keyed increments is sent once more after it was acknowledged. */
const AGAIN = 8;

export interface Writer {
  readonly number: number;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly random: Random;
  /** Its own comes first. */
  readonly clients: readonly Client[];
  readonly isOver: () => boolean;
}

type Step = (writer: Writer, n: number) => Promise<void>;

const KINDS: readonly Step[] = [put, count, keyed, contend];

/** Writes until it is told to stop; the kinds take turns by the writer's number. */
export async function write(writer: Writer): Promise<void> {
  const step = KINDS[writer.number % KINDS.length] as Step;
  try {
    for (let n = 1; !writer.isOver(); n += 1) {
      await writer.gate.pass();
      if (!writer.isOver()) await step(writer, n);
    }
  } catch (thrown) {
    writer.ledger.problem(`writer ${writer.number} ended: ${String(thrown)}`);
  } finally {
    writer.gate.end();
  }
}

async function put(writer: Writer, n: number): Promise<void> {
  const key = `put-${writer.number}/${n % KEYS_PER_WRITER}`;
  const settled = await settle(writer, `put ${n} of ${key}`, (client, options) =>
    client.collection(ITEMS).put(key, n, options),
  );
  if (settled.kind === 'done') writer.ledger.put(key, n);
}

async function count(writer: Writer, n: number): Promise<void> {
  const counter = `count-${writer.number}`;
  const settled = await settle(writer, `increment ${n} of ${counter}`, (client, options) =>
    client.collection(COUNTERS).increment(counter, 1, options),
  );
  if (settled.kind === 'done') writer.ledger.increment(counter);
}

async function keyed(writer: Writer, n: number): Promise<void> {
  const counter = `keyed-${writer.number}`;
  const first = await incrementUnderKey(writer, counter, n);
  writer.ledger.increment(counter);
  if (writer.random.below(AGAIN) > 0) return;
  const again = await incrementUnderKey(writer, counter, n);
  if (first !== again) writer.ledger.problem(`${counter}/${n} was told ${first}, and ${again} when it was sent again`);
}

/** The value that the increment was told, whenever and however it was done. */
async function incrementUnderKey(writer: Writer, counter: string, n: number): Promise<number> {
  const { ledger, random, clients } = writer;
  const idempotencyKey = `${counter}/${n}`;
  for (let client = clients[0] as Client; ; client = clients[random.below(clients.length)] as Client) {
    const timeoutMs = someTimeoutMs(random);
    try {
      const asked = client.collection(COUNTERS).increment(counter, 1, { timeoutMs, idempotencyKey });
      const { integer } = await answered(ledger, idempotencyKey, timeoutMs, asked);
      ledger.acknowledged += 1;
      return integer;
    } catch (thrown) {
      if (!(thrown instanceof QuorateError)) throw thrown;
      if (thrown.code === 'ERR_OUTCOME_UNKNOWN') ledger.unknown += 1;
      else if (thrown.retryable) ledger.refused += 1;
      else throw thrown;
    }
  }
}

async function contend(writer: Writer, n: number): Promise<void> {
  const { random, ledger } = writer;
  const name = `${ledger.generation}-${Math.floor(n / OPERATIONS_PER_KEY)}-${random.below(SHARED_KEYS)}`;
  if (random.below(3) === 0) await contendForCounter(writer, `shared-count-${name}`);
  else await contendForRegister(writer, `shared-${name}`, `${writer.number}:${n}`);
}

async function contendForCounter(writer: Writer, key: string): Promise<void> {
  const { ledger, number, random } = writer;
  if (random.below(3) === 0) {
    await read(writer, COUNTERS, key);
    return;
  }
  const operation = ledger.begin({ client: number, kind: 'increment', key, value: '' });
  const settled = await settle(writer, `increment of ${key}`, (client, options) =>
    client.collection(COUNTERS).increment(key, 1, options),
  );
  end(operation, settled, ({ revision, integer }) => ({ revision, value: String(integer) }));
}

async function contendForRegister(writer: Writer, key: string, value: string): Promise<void> {
  const { ledger, number, random } = writer;
  const seen = await read(writer, ITEMS, key);
  const choice = random.below(6);
  if (choice === 0) {
    const operation = ledger.begin({ client: number, kind: 'put', key, value });
    const settled = await settle(writer, `put of ${key}`, (client, options) =>
      client.collection(ITEMS).put(key, value, options),
    );
    end(operation, settled, ({ revision }) => ({ revision, value }));
  } else if (choice === 1) {
    const operation = ledger.begin({ client: number, kind: 'delete', key, value: '' });
    const settled = await settle(writer, `delete of ${key}`, (client, options) =>
      client.collection(ITEMS).delete(key, options),
    );
    const isNothing = settled.kind === 'done' && !settled.value.existed;
    end(operation, isNothing ? { kind: 'failed' } : settled, ({ revision }) => ({ revision, value: '' }));
  } else if (choice < 5 && seen !== undefined) {
    const operation = ledger.begin({ client: number, kind: 'compare-and-set', key, value, expectedRevision: seen });
    const settled = await settle(writer, `compare-and-set of ${key}`, (client, options) =>
      client.collection(ITEMS).compareAndSet(key, seen, value, options),
    );
    end(operation, settled, ({ revision }) => ({ revision, value }));
  }
}

/** The revision that was read, 0 when there was nothing; undefined when the read was refused. */
async function read(writer: Writer, collection: string, key: string): Promise<number | undefined> {
  const { ledger, number, random, clients } = writer;
  const operation = ledger.begin({ client: number, kind: 'get', key, value: '' });
  const timeoutMs = someTimeoutMs(random);
  try {
    const asked = (clients[0] as Client).collection(collection).get(key, { timeoutMs });
    const item = await answered(ledger, `read of ${key}`, timeoutMs, asked);
    const found = item === undefined ? undefined : { revision: item.revision, value: String(item.value) };
    operation.outcome = found === undefined ? { kind: 'failed' } : { kind: 'ok', ...found };
    ledger.acknowledged += 1;
    return found?.revision ?? 0;
  } catch (thrown) {
    if (!(thrown instanceof QuorateError)) throw thrown;
    operation.outcome = { kind: 'refused' };
    ledger.refused += 1;
    return undefined;
  } finally {
    operation.endedMs = performance.now();
  }
}

function end<T>(
  operation: Operation,
  settled: Settled<T>,
  told: (value: T) => { readonly revision: number; readonly value: string },
): void {
  operation.endedMs = performance.now();
  if (settled.kind === 'done') operation.outcome = { kind: 'ok', ...told(settled.value) };
  else operation.outcome = { kind: settled.kind };
}
