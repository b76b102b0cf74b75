/**
 * Outbox of a link: what this node's actors have for the peer, until it is packed into frames.
 *
 * A turn's messages leave together at its end: heartbeats in a frame of their own, ahead of everything, then envelopes
 * in frames of about `peerFrameBytes`. While the peer takes no more they wait here, bounded in bytes, and a newer
 * heartbeat of a group replaces the older. What cannot leave goes back to its sender if it is an ask, else it is dropped
 * and counted: its sender repeats itself.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import { bounceOf, type Envelope } from '../../runtime/actor/envelope.js';
import { encodeEnvelope } from '../../runtime/actor/envelope-codec.js';
import { estimateBytes } from '../../runtime/actor/message-size.js';
import type { Routes } from '../../runtime/actor/routes.js';
import { asQuorateError, QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { encodeMessage, peer, Writer } from '../../runtime/base/proto.js';
import { type Beat, beatKey, beatOf } from './beats.js';
import { bootThere } from './boots.js';
import type { PeerLinkMessage } from './protocol.js';

type Context = ActorContext<PeerLinkMessage>;

/** `envelopes` in `peer.Frame`: field 5, delimited. */
const ENVELOPES_TAG = (5 << 3) | 2;
/** What has piled up is packed in portions of about this size, so that no turn takes long. */
const PORTION_BYTES = 4 * 1024 * 1024;
/** Tag and length in front of the envelopes. */
const PREFIX_BYTES_MAX = 6;

export class Outbox {
  readonly #limits: Limits;
  readonly #routes: Routes;
  #beats = new Map<number, Beat>();
  #waiting: Envelope[] = [];
  /** Of the envelopes that have waited for more than a turn, the first so many, and their size. */
  #heldCount = 0;
  #heldBytes = 0;
  #writer = Writer.create();

  constructor(limits: Limits, routes: Routes) {
    this.#limits = limits;
    this.#routes = routes;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#beats.size === 0;
  }

  /** What waits because the peer takes no more. */
  get queuedBytes(): number {
    return this.#heldBytes;
  }

  add(envelope: Envelope): void {
    const beat = beatOf(envelope);
    if (beat === undefined) this.#waiting.push(envelope);
    else this.#beats.set(beatKey(beat), beat);
  }

  /**
   * Adds payloads of frames with what waits, or as much of it as one turn should take. `processBoot` names the process of
   * the peer they are for.
   */
  pack(processBoot: number, payloads: Uint8Array[], ctx: Context): void {
    if (this.#beats.size > 0) {
      ctx.metrics.count('beats_out', this.#beats.size);
      payloads.push(encodeMessage(peer.Frame, { beats: [...this.#beats.values()] }));
      this.#beats.clear();
    }
    const waiting = this.#takeWaiting();
    const payloadsMax = payloads.length + Math.ceil(PORTION_BYTES / this.#limits.peerFrameBytes);
    let count = 0;
    for (; count < waiting.length && payloads.length < payloadsMax; count += 1) {
      const envelope = waiting[count];
      if (envelope !== undefined) this.#append(envelope, processBoot, payloads, ctx);
    }
    this.#cut(payloads);
    if (count < waiting.length) this.#waiting = waiting.slice(count);
  }

  /** The peer takes no more for now: what came in this turn is kept as far as there is room. */
  hold(ctx: Context): void {
    const { peerOutboxBytesMax } = this.#limits;
    const kept = this.#heldCount;
    let count = kept;
    for (let at = kept; at < this.#waiting.length; at += 1) {
      const envelope = this.#waiting[at];
      if (envelope === undefined) break;
      const bytes = estimateBytes(envelope.message);
      if (this.#heldBytes + bytes > peerOutboxBytesMax) {
        const what = `node ${ctx.self.instance} does not take what is sent to it fast enough; try again later`;
        this.#return(envelope, new QuorateError('ERR_MAILBOX_FULL', what), 'congested', ctx);
        continue;
      }
      this.#heldBytes += bytes;
      this.#waiting[count] = envelope;
      count += 1;
    }
    this.#waiting.length = count;
    this.#heldCount = count;
  }

  /** There is no connection: nothing that waits can leave. */
  drop(error: QuorateError, ctx: Context): void {
    if (this.#beats.size > 0) ctx.metrics.count('dropped_unconnected', this.#beats.size);
    this.#beats.clear();
    for (const envelope of this.#takeWaiting()) this.#return(envelope, error, 'unconnected', ctx);
  }

  #takeWaiting(): Envelope[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#heldCount = 0;
    this.#heldBytes = 0;
    return waiting;
  }

  #append(envelope: Envelope, processBoot: number, payloads: Uint8Array[], ctx: Context): void {
    const toBoot = bootThere(envelope.toBoot, processBoot);
    if (toBoot === undefined) {
      const what = `${envelope.to.kind}/${envelope.to.instance} of node ${envelope.to.node} was of an earlier start of that node`;
      this.#return(envelope, new QuorateError('ERR_ACTOR_STOPPED', what), 'stale', ctx);
      return;
    }
    const before = this.#writer.pos;
    try {
      encodeEnvelope(this.#writer, toBoot === envelope.toBoot ? envelope : { ...envelope, toBoot }, this.#routes);
    } catch (thrown) {
      // Half an envelope and the writer's open forks must not reach the next one.
      this.#rewind(before, payloads);
      this.#unencodable(envelope, asQuorateError(thrown), ctx);
      return;
    }
    const bytes = this.#writer.pos - before;
    if (bytes + PREFIX_BYTES_MAX > this.#limits.frameBytesMax) {
      this.#rewind(before, payloads);
      const what = `a message of ${bytes} bytes does not fit a frame of ${this.#limits.frameBytesMax}`;
      this.#unencodable(envelope, new QuorateError('ERR_FRAME_TOO_LARGE', what), ctx);
      return;
    }
    if (this.#writer.pos + PREFIX_BYTES_MAX > this.#limits.frameBytesMax) this.#split(before, payloads);
    if (this.#writer.pos >= this.#limits.peerFrameBytes) this.#cut(payloads);
  }

  /** Ends the frame with what was there before `before`, and starts the next with what came after. */
  #split(before: number, payloads: Uint8Array[]): void {
    const { buf, pos } = this.#writer;
    payloads.push(framed(buf.subarray(0, before)), framed(buf.subarray(before, pos)));
    this.#writer = Writer.create();
  }

  #rewind(before: number, payloads: Uint8Array[]): void {
    if (before > 0) payloads.push(framed(this.#writer.buf.subarray(0, before)));
    this.#writer = Writer.create();
  }

  #cut(payloads: Uint8Array[]): void {
    const { buf, pos } = this.#writer;
    if (pos === 0) return;
    payloads.push(framed(buf.subarray(0, pos)));
    // One that a large message has blown up is not kept.
    if (buf.length > 2 * this.#limits.peerFrameBytes) this.#writer = Writer.create();
    else this.#writer.pos = 0;
  }

  #unencodable(envelope: Envelope, error: QuorateError, ctx: Context): void {
    ctx.log.error('message cannot be sent', {
      from: `${envelope.from.kind}/${envelope.from.instance}`,
      type: envelope.message?.type,
      code: error.code,
      reason: error.message,
    });
    this.#return(envelope, error, 'unencodable', ctx);
  }

  #return(envelope: Envelope, error: QuorateError, why: string, ctx: Context): void {
    ctx.metrics.count(`dropped_${why}`);
    const bounce = bounceOf(envelope, this.#isAskClass(envelope), error);
    if (bounce !== undefined) ctx.forward(bounce);
  }

  #isAskClass(envelope: Envelope): boolean {
    const { message, to, isAnswer } = envelope;
    if (message === undefined || isAnswer || !this.#routes.has(to.kind)) return false;
    const protocol = this.#routes.protocolOf(envelope);
    return protocol.has(message.type) && protocol.delivery(message.type) === 'ask';
  }
}

/** Envelopes as the payload of a frame, in a buffer of its own. */
function framed(envelopes: Uint8Array): Uint8Array {
  const prefix: number[] = [ENVELOPES_TAG];
  let length = envelopes.length;
  for (; length > 127; length >>>= 7) prefix.push((length & 127) | 128);
  prefix.push(length);
  const payload = new Uint8Array(prefix.length + envelopes.length);
  payload.set(prefix);
  payload.set(envelopes, prefix.length);
  return payload;
}
