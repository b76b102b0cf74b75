/**
 * Trace: what happened in a simulated world, one line per event. The same seed gives the same trace, byte for byte.
 *
 * Legend. Every line is `<ms since the start> <where> <event> <facts>`; `where` is `n1` for node 1, `c2` for client 2,
 * `--` for the world.
 *
 *   up, down            a node's process starts, ends; with boot number, or cause
 *   actor               an actor goes up or down: kind/instance and boot
 *   send                a message for another node goes to the link of that node
 *   durable             a store call that makes something durable has returned
 *   commit              entries become known as committed: group, first..last index
 *   flush               a state is durable: group, index, hash
 *   fault, heal         what the fault plan does, and takes back
 *   op, done            a client's operation begins; an attempt ends, with what it heard
 *   log                 a warning or an error that an actor logged
 */
import { formatHash, Hasher } from '../base/hash.js';

export class Trace {
  readonly lines: string[] = [];
  readonly #hasher = new Hasher();
  readonly #startMs: number;
  readonly #now: () => number;
  readonly #linesMax: number;
  #count = 0;

  /** Keeps the first `linesMax` lines; the digest covers all of them. */
  constructor(now: () => number, linesMax: number) {
    this.#now = now;
    this.#startMs = now();
    this.#linesMax = linesMax;
  }

  get count(): number {
    return this.#count;
  }

  add(where: string, event: string, facts = ''): void {
    const line = `${(this.#now() - this.#startMs).toFixed(3)} ${where} ${event} ${facts}`;
    this.#count += 1;
    this.#hasher.byteString(line);
    if (this.lines.length < this.#linesMax) this.lines.push(line);
  }

  digest(): string {
    return formatHash(this.#hasher.digest());
  }
}
