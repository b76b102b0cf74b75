/**
 * Log writer: owns one log volume and writes the appends of all its groups, one fsync for everything that arrived.
 *
 * A turn's appends are judged as they come (`validate.ts`), written in one transaction at the turn's end, and
 * acknowledged only after the commit; a turn that throws has acknowledged nothing. A full disk rolls the batch back
 * and the groups send it again; any other storage error ends the actor, because its connection cannot be trusted any
 * more, and its successor opens the volume anew. A rejected append or a damaged log concerns its group alone.
 */
import type { Actor, ActorContext, ActorKind, ActorRef, TimerId } from '../../runtime/actor/actor.js';
import { present, unreachable } from '../../runtime/base/assert.js';
import { asQuorateError, QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { Entry, LogAppend, LogStore, VolumeHeader } from '../../runtime/base/log-store.js';
import type { NodeStorage, VolumeExpectation } from '../../runtime/base/node-storage.js';
import type { Body, storage } from '../../runtime/base/proto.js';
import type { GroupMessage } from '../raft/protocol.js';
import { Batch } from './batch.js';
import { advance, logEndOf } from './log-end.js';
import { Maintenance } from './maintenance.js';
import { failedOpening, openGroup } from './opening.js';
import { type LogWriterMessage, logWriterProtocol } from './protocol.js';
import { type Stream, validate } from './validate.js';

export interface LogWriterEnvironment {
  readonly storage: NodeStorage;
  readonly expectation: VolumeExpectation;
  readonly limits: Limits;
}

type Context = ActorContext<LogWriterMessage>;

interface OpenStream {
  readonly group: ActorRef<GroupMessage>;
  stream: Stream;
}

const TICK: LogWriterMessage = { type: 'tick', body: {} };

export function logWriterKind(environment: LogWriterEnvironment): ActorKind<LogWriterMessage> {
  return {
    kind: 'log-writer',
    protocol: logWriterProtocol,
    create: (volume) => new LogWriter(volume, environment),
  };
}

class LogWriter implements Actor<LogWriterMessage> {
  readonly #volume: number;
  readonly #environment: LogWriterEnvironment;
  readonly #maintenance: Maintenance;
  readonly #streams = new Map<number, OpenStream>();
  #store: LogStore | undefined;
  #batch = new Batch();
  #timer: { readonly id: TimerId; readonly atMs: number } | undefined;

  constructor(volume: number, environment: LogWriterEnvironment) {
    this.#volume = volume;
    this.#environment = environment;
    this.#maintenance = new Maintenance(environment.limits);
  }

  onStart(ctx: Context): void {
    this.#store = this.#environment.storage.openLog(this.#volume, this.#environment.expectation);
    ctx.metrics.gauge('node_boot', this.#store.header.nodeBoot);
    ctx.log.info('volume opened', { volume: this.#volume, opening: this.#store.header.opening });
    this.#maintenance.batchWritten(this.#opened(), ctx.now());
  }

  receive(message: LogWriterMessage, ctx: Context): void {
    switch (message.type) {
      case 'open':
        this.#open(message.body, ctx);
        break;
      case 'append':
        this.#append(message.body, ctx);
        break;
      case 'readEntries':
        this.#read(message.body, ctx);
        break;
      case 'purge':
        this.#purge(message.body, ctx);
        break;
      case 'tick':
        this.#timer = undefined;
        this.#isolated(ctx, (store) => this.#maintenance.step(store, ctx.now()));
        break;
      case 'identify':
        this.#identify(ctx);
        break;
      case 'volumeIdentity':
        // An answer to a question that this actor never asks.
        break;
      default:
        unreachable(message);
    }
  }

  onBatchEnd(ctx: Context): void {
    if (!this.#batch.isEmpty) {
      const batch = this.#batch;
      this.#batch = new Batch();
      this.#write(batch, ctx);
    }
    this.#schedule(ctx);
  }

  onStop(): void {
    this.#store?.close();
    this.#store = undefined;
  }

  #opened(): LogStore {
    return present(this.#store, 'the store of a started log writer');
  }

  /** What older boots of the group left in this batch was never acknowledged, and is discarded. */
  #open({ group, groupBoot }: Body<storage.Open.$Properties>, ctx: Context): void {
    const from = present(ctx.sender, 'the group that opens its log') as ActorRef<GroupMessage>;
    this.#batch.discard(group);
    this.#streams.delete(group);
    const boots = { groupBoot, writerBoot: ctx.boot };
    const opened = this.#isolated(ctx, (store) =>
      openGroup(store, group, boots, this.#environment.limits.entryCacheBytes),
    );
    const end = opened.ok ? opened.value?.end : undefined;
    if (end !== undefined) this.#streams.set(group, { group: from, stream: { ...boots, phase: 'open', end } });
    const body = opened.ok
      ? (opened.value?.answer ?? failedOpening(group, boots, noSuchGroup(group, this.#volume)))
      : failedOpening(group, boots, opened.error);
    ctx.send(from, { type: 'opened', body }, ctx.senderBoot);
  }

  #append(body: Body<storage.Append.$Properties>, ctx: Context): void {
    const open = this.#streams.get(body.group);
    const { hardState } = body;
    if (open === undefined || hardState === undefined || hardState === null) {
      ctx.metrics.count('appends_dropped');
      return;
    }
    const { term, vote, commit } = hardState;
    const append: LogAppend = { sequence: body.sequence, term, vote, commit, entries: body.entries };
    const verdict = validate(open.stream, body, append);
    switch (verdict.kind) {
      case 'accept':
        open.stream = { ...open.stream, phase: 'open', end: advance(open.stream.end, append) };
        this.#batch.add(body.group, append);
        break;
      case 'acknowledged':
        this.#batch.acknowledge(body.group, append);
        break;
      case 'refuse':
        open.stream = { ...open.stream, phase: 'rejected' };
        this.#batch.reject(body.group, append.sequence, verdict.refusal);
        break;
      case 'drop':
        ctx.metrics.count('appends_dropped');
        break;
    }
  }

  #write(batch: Batch, ctx: Context): void {
    const full = this.#tryWrite(batch, ctx);
    if (full === undefined) this.#written(batch, ctx);
    else ctx.metrics.count('storage_full_errors');
    for (const [group, acknowledgement] of batch.acknowledgements) {
      if (full !== undefined) this.#undo(group);
      this.#answer(group, acknowledgement, full?.code ?? '', full?.message ?? '', ctx);
    }
    for (const [group, { sequence, refusal }] of batch.rejections) {
      ctx.log.error('an append was rejected', { group, sequence, refusal });
      const named = { sequence, term: 0, lastTerm: 0, lastIndex: 0 };
      this.#answer(group, named, 'ERR_APPEND_REJECTED', `append ${sequence} was rejected: ${refusal}`, ctx);
    }
  }

  #written(batch: Batch, ctx: Context): void {
    if (batch.size === 0) return;
    ctx.metrics.count('batches');
    ctx.metrics.count('appends', batch.size);
    ctx.metrics.count('entries', batch.entries);
    ctx.metrics.observe('batch_appends', batch.size);
    this.#maintenance.batchWritten(this.#opened(), ctx.now());
  }

  /** The error when the disk is full and the batch is rolled back; undefined when the batch is durable. */
  #tryWrite(batch: Batch, ctx: Context): QuorateError | undefined {
    const store = this.#opened();
    try {
      batch.write(store);
      return undefined;
    } catch (thrown) {
      const error = asQuorateError(thrown);
      if (error.code === 'ERR_STORAGE_FULL') {
        store.rollback();
        return error;
      }
      if (!this.#exclude(batch, error)) throw error;
    }
    this.#reopen(ctx);
    return this.#tryWrite(batch, ctx);
  }

  /** An append met damage in its group's log: it is rejected, and the rest of the batch can be written without it. */
  #exclude(batch: Batch, { code, message, details }: QuorateError): boolean {
    const { group } = details;
    const named = typeof group === 'number' ? batch.acknowledgements.get(group) : undefined;
    if (code !== 'ERR_CORRUPT' || typeof group !== 'number' || named === undefined) return false;
    const open = present(this.#streams.get(group), 'the stream of a group in the batch');
    open.stream = { ...open.stream, phase: 'rejected' };
    batch.discard(group);
    batch.reject(group, named.sequence, message);
    return true;
  }

  /** A connection that has met damage cannot be trusted any more. */
  #reopen(ctx: Context): void {
    this.onStop();
    this.onStart(ctx);
  }

  /** The group's stream stands again where the store does, and waits for what was rolled back. */
  #undo(group: number): void {
    const store = this.#opened();
    const open = present(this.#streams.get(group), 'the stream of a group in the batch');
    const row = present(store.group(group), 'the row of a group in the batch');
    const phase = open.stream.phase === 'rejected' ? 'rejected' : 'full';
    open.stream = { ...open.stream, phase, end: logEndOf(row, store.spans(group)) };
  }

  #answer(
    group: number,
    named: { sequence: number; term: number; lastTerm: number; lastIndex: number },
    errorCode: string,
    errorMessage: string,
    ctx: Context,
  ): void {
    const open = present(this.#streams.get(group), 'the stream of a group in the batch');
    const { groupBoot, writerBoot } = open.stream;
    const body = { group, groupBoot, writerBoot, ...named, errorCode, errorMessage };
    ctx.send(open.group, { type: 'appended', body }, groupBoot);
  }

  /** As the opening has made it durable, so an answer names a boot that no later start will have. */
  #identify(ctx: Context): void {
    const { asker, sender } = ctx;
    const answer: LogWriterMessage = { type: 'volumeIdentity', body: identityOf(this.#opened().header) };
    if (asker !== undefined) ctx.answer(asker, answer);
    else if (sender !== undefined) ctx.send(sender, answer, ctx.senderBoot);
  }

  /** Only what is durable is read: the appends of this turn are not in the store yet. */
  #read({ group, from, to, maxBytes, token }: Body<storage.ReadEntries.$Properties>, ctx: Context): void {
    const reader = present(ctx.sender, 'the reader of entries') as ActorRef<GroupMessage>;
    const read = this.#isolated(ctx, (store) => readDurable(store, group, from, to, maxBytes));
    const names = { group, from, to, token };
    const body = read.ok
      ? { ...names, entries: [...read.value], errorCode: '', errorMessage: '' }
      : { ...names, entries: [], errorCode: read.error.code, errorMessage: read.error.message };
    ctx.send(reader, { type: 'entriesRead', body }, ctx.senderBoot);
  }

  #purge({ group, groupBoot, writerBoot, index }: Body<storage.Purge.$Properties>, ctx: Context): void {
    const stream = this.#streams.get(group)?.stream;
    if (stream?.groupBoot !== groupBoot || writerBoot !== ctx.boot) return;
    this.#maintenance.requestPurge(group, Math.min(index, stream.end.commit));
  }

  /**
   * What one group cannot have is that group's affair: it gets the error, or its log is not purged. When that replaces
   * the connection nothing of this turn is lost, for appends are written at its end.
   */
  #isolated<T>(ctx: Context, work: (store: LogStore) => T): Attempt<T> {
    try {
      return { ok: true, value: work(this.#opened()) };
    } catch (thrown) {
      const error = asQuorateError(thrown);
      if (error.code === 'ERR_NOT_FOUND' || error.code === 'ERR_NOT_READY') return { ok: false, error };
      if (error.code !== 'ERR_CORRUPT') throw error;
      ctx.log.error('a log is damaged', { volume: this.#volume, code: error.code, reason: error.message });
      this.#reopen(ctx);
      return { ok: false, error };
    }
  }

  #schedule(ctx: Context): void {
    const nowMs = ctx.now();
    const dueInMs = this.#maintenance.dueInMs(nowMs);
    if (dueInMs === undefined) return;
    const atMs = nowMs + dueInMs;
    if (this.#timer !== undefined) {
      if (this.#timer.atMs <= atMs) return;
      ctx.cancel(this.#timer.id);
    }
    this.#timer = { id: ctx.after(dueInMs, TICK), atMs };
  }
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: QuorateError };

function identityOf(header: VolumeHeader): Body<storage.VolumeIdentity.$Properties> {
  const { instanceId, nodeBoot, bootNonce, previousBootNonce } = header;
  return { instance: instanceId, nodeBoot, bootNonce, previousBootNonce };
}

/** What the placement names and the volume lacks is never created anew. */
function noSuchGroup(group: number, volume: number): QuorateError {
  const message = `volume ${volume} has no log of group ${group}: restore the volume from a backup`;
  return new QuorateError('ERR_CORRUPT', message, { details: { group, volume } });
}

/**
 * Beyond the log's end there is nothing yet, which may pass; below its start there is nothing any more, which will
 * not.
 */
function readDurable(store: LogStore, group: number, from: number, to: number, maxBytes: number): readonly Entry[] {
  const row = store.group(group);
  if (row === undefined) throw new QuorateError('ERR_NOT_FOUND', `this volume has no log of group ${group}`);
  const entry = `entry ${from} of group ${group}`;
  if (from <= row.purge.index) throw new QuorateError('ERR_NOT_FOUND', `${entry} has been purged`);
  const last = Math.min(to, row.last.index);
  if (from > last) throw new QuorateError('ERR_NOT_READY', `${entry} is not durable yet; try again`);
  return store.read(group, from, last, maxBytes);
}
