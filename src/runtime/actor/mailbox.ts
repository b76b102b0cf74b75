/**
 * Mailbox: a ring buffer of what waits for an actor, with its estimated size in bytes.
 *
 * It stores and counts; whether something may enter is decided by `admits`, by delivery class. Not a queue for anything
 * that must survive a crash: a restart empties it.
 */
import type { Delivery } from './protocol.js';

export interface MailboxLimits {
  readonly mailboxMessagesMax: number;
  readonly mailboxBytesMax: number;
  readonly nodeBytesMax: number;
  readonly nodeBytesAdmission: number;
}

/** What all mailboxes of a kernel hold together. */
export interface MailboxTotal {
  bytes: number;
}

/** Credited messages are bounded by their senders' credits; one mailbox never holds more than this many of them. */
const CREDITED_MESSAGES_MAX = 1 << 17;
const CAPACITY_MIN = 16;

export class Mailbox<T extends object> {
  #items: (T | undefined)[] = new Array(CAPACITY_MIN).fill(undefined);
  #sizes: number[] = new Array(CAPACITY_MIN).fill(0);
  #head = 0;
  #length = 0;
  #bytes = 0;
  readonly #total: MailboxTotal;

  constructor(total: MailboxTotal) {
    this.#total = total;
  }

  get length(): number {
    return this.#length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  admits(delivery: Delivery, bytes: number, limits: MailboxLimits): boolean {
    if (delivery === 'credited') return this.#length < CREDITED_MESSAGES_MAX;
    if (this.#length >= limits.mailboxMessagesMax || this.#bytes + bytes > limits.mailboxBytesMax) return false;
    // New work is refused before what is under way runs out of room.
    const share = delivery === 'ask' ? limits.nodeBytesAdmission : 1;
    return this.#total.bytes + bytes <= limits.nodeBytesMax * share;
  }

  push(item: T, bytes: number): void {
    if (this.#length === this.#items.length) this.#grow();
    const at = (this.#head + this.#length) & (this.#items.length - 1);
    this.#items[at] = item;
    this.#sizes[at] = bytes;
    this.#length += 1;
    this.#bytes += bytes;
    this.#total.bytes += bytes;
  }

  /** The size of what `shift` will return next. */
  headBytes(): number {
    return this.#sizes[this.#head] ?? 0;
  }

  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const at = this.#head;
    const item = this.#items[at];
    this.#items[at] = undefined;
    this.#head = (at + 1) & (this.#items.length - 1);
    this.#length -= 1;
    const bytes = this.#sizes[at] ?? 0;
    this.#bytes -= bytes;
    this.#total.bytes -= bytes;
    return item;
  }

  /** Takes out what `stale` names, keeping the order of the rest; returns how many. */
  sweep(stale: (item: T) => boolean): number {
    const count = this.#length;
    let swept = 0;
    for (let i = 0; i < count; i += 1) {
      const bytes = this.headBytes();
      const item = this.shift();
      if (item === undefined) break;
      if (stale(item)) swept += 1;
      else this.push(item, bytes);
    }
    return swept;
  }

  /** Everything that waits, in order; the mailbox is empty afterwards, and small again. */
  drain(): T[] {
    const drained: T[] = [];
    for (let item = this.shift(); item !== undefined; item = this.shift()) drained.push(item);
    this.#items = new Array(CAPACITY_MIN).fill(undefined);
    this.#sizes = new Array(CAPACITY_MIN).fill(0);
    this.#head = 0;
    return drained;
  }

  #grow(): void {
    const capacity = this.#items.length * 2;
    const items: (T | undefined)[] = new Array(capacity).fill(undefined);
    const sizes: number[] = new Array(capacity).fill(0);
    for (let i = 0; i < this.#length; i += 1) {
      const at = (this.#head + i) & (this.#items.length - 1);
      items[i] = this.#items[at];
      sizes[i] = this.#sizes[at] ?? 0;
    }
    this.#items = items;
    this.#sizes = sizes;
    this.#head = 0;
  }
}
