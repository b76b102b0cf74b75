/**
 * A counter that survives its own crashes: an application's actor with its own SQLite file, on a worker thread.
 *
 * Additions of one turn are written in one transaction, with one fsync, and answered only then. Each addition is named
 * by its request number, so one that is sent again after a crash is not added again. `misbehave` is there to show what
 * supervision does: nothing that was answered is lost, whichever way the actor or its thread ends.
 */
import Database from 'better-sqlite3';
import { type Actor, type ActorContext, type Asker, defineActor, jsonProtocol } from '../../src/index.js';

export type Misbehaviour = 'throw' | 'exit' | 'loop';

export type CounterMessage =
  /** Answered with `total`. */
  | { readonly type: 'add'; readonly body: { readonly request: number; readonly by: number } }
  /** Answered with `total`. */
  | { readonly type: 'read'; readonly body: Record<string, never> }
  | { readonly type: 'total'; readonly body: { readonly value: number } }
  | { readonly type: 'misbehave'; readonly body: { readonly how: Misbehaviour } };

const protocol = jsonProtocol<CounterMessage>('counter', { add: 'ask', read: 'ask', total: 'ask', misbehave: 'ask' });

class Counter implements Actor<CounterMessage> {
  readonly #database: Database.Database;
  readonly #add: Database.Statement<[number, number]>;
  readonly #total: Database.Statement<[], number>;
  /** Who waits for the end of the batch. */
  #waiting: Asker[] = [];

  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
    this.#database.exec('CREATE TABLE IF NOT EXISTS addition (request INTEGER PRIMARY KEY, amount INTEGER) STRICT');
    this.#add = this.#database.prepare('INSERT OR IGNORE INTO addition (request, amount) VALUES (?, ?)');
    this.#total = this.#database.prepare<[], number>('SELECT coalesce(sum(amount), 0) FROM addition').pluck();
  }

  receive(message: CounterMessage, ctx: ActorContext<CounterMessage>): void {
    if (message.type === 'misbehave') misbehave(message.body.how);
    if (ctx.asker === undefined) return;
    this.#waiting.push(ctx.asker);
    if (message.type !== 'add') return;
    if (!this.#database.inTransaction) this.#database.exec('BEGIN IMMEDIATE');
    this.#add.run(message.body.request, message.body.by);
  }

  onBatchEnd(ctx: ActorContext<CounterMessage>): void {
    if (this.#database.inTransaction) this.#database.exec('COMMIT');
    const value = this.#total.get() ?? 0;
    for (const asker of this.#waiting.splice(0)) ctx.answer(asker, { type: 'total', body: { value } });
  }

  onStop(): void {
    this.#database.close();
  }
}

function misbehave(how: Misbehaviour): void {
  switch (how) {
    case 'throw':
      throw new Error('the counter throws');
    case 'exit':
      process.exit(1);
      break;
    case 'loop':
      for (;;);
  }
}

export default defineActor<CounterMessage>({
  kind: 'counter',
  protocol,
  create: (_instance, options) => new Counter(String(options.file)),
});
