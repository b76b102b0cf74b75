/**
 * One run of an import: documents in, puts out, many at a time, until the input ends or something stops it.
 *
 * It knows up to which line everything is acknowledged. What stops it (a bad line, a put that is refused, an interrupt,
 * a node that does not come back) ends the reading; what is in flight is awaited, so that the line is told exactly. Two
 * documents under one key go one after the other: the later line wins.
 */
import { type Collection, JsonText } from '../client/client.js';
import { Fifo } from '../client/fifo.js';
import { asQuorateError, QuorateError } from '../runtime/base/errors.js';
import { type Line, type LineStart, parseDocument } from './ndjson.js';

export interface ImportOptions {
  readonly keyField: string;
  readonly inFlightMax: number;
  /** It gives up when nothing was acknowledged for this long. */
  readonly giveUpAfterMs: number;
  readonly start: LineStart;
  /** Nothing more is read once it is aborted. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** After each acknowledgement. */
  readonly onProgress: (run: ImportRun) => void;
}

interface Pending extends LineStart {
  isAcknowledged: boolean;
}

/** Of documents that are under way at a time, unless one is larger. */
const IN_FLIGHT_BYTES_MAX = 64 * 1024 * 1024;
/** After an interrupt, what is in flight has this long. */
const INTERRUPT_MS = 2_000;

export class ImportRun {
  readonly #collection: Collection;
  readonly #options: ImportOptions;
  readonly #pending = new Fifo<Pending>();
  /** Keys that are under way: none is twice. */
  readonly #inFlight = new Set<string>();
  readonly #cutOff = new AbortController();
  #inFlightBytes = 0;
  #position: LineStart;
  #done = 0;
  #bytes = 0;
  #progressAtMs: number;
  #failure: QuorateError | undefined;
  #onSettled: () => void = () => undefined;

  constructor(collection: Collection, options: ImportOptions) {
    this.#collection = collection;
    this.#options = options;
    this.#position = options.start;
    this.#progressAtMs = options.now();
  }

  /** Acknowledged documents of this run, and their size. */
  get done(): number {
    return this.#done;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Everything up to here is acknowledged. */
  get position(): LineStart {
    return this.#position;
  }

  /** Resolves when all is in; throws what stopped it, when nothing is in flight any more. */
  async run(lines: AsyncIterable<Line>): Promise<void> {
    const { signal } = this.#options;
    const cutOff = (): void => void setTimeout(() => this.#cutOff.abort(), INTERRUPT_MS).unref();
    signal.addEventListener('abort', cutOff, { once: true });
    try {
      await this.#feed(lines);
    } catch (thrown) {
      this.#fail(asQuorateError(thrown));
    } finally {
      while (this.#inFlight.size > 0) await this.#nextSettled();
      signal.removeEventListener('abort', cutOff);
    }
    if (this.#failure !== undefined) throw this.#failure;
    if (signal.aborted) throw new QuorateError('ERR_ABORTED', 'the import was interrupted');
  }

  #fail(error: QuorateError): void {
    this.#failure ??= error;
  }

  async #feed(lines: AsyncIterable<Line>): Promise<void> {
    for await (const line of lines) {
      if (this.#mustStop()) return;
      if (line.number <= this.#options.start.number) continue;
      const { key, text } = parseDocument(line, this.#options.keyField);
      while (!this.#hasRoomFor(key)) await this.#nextSettled();
      if (this.#mustStop()) return;
      this.#begin(line, key, text);
    }
  }

  #mustStop(): boolean {
    return this.#failure !== undefined || this.#options.signal.aborted;
  }

  #hasRoomFor(key: string): boolean {
    if (this.#inFlight.has(key) || this.#inFlight.size >= this.#options.inFlightMax) return false;
    return this.#inFlightBytes < IN_FLIGHT_BYTES_MAX;
  }

  #begin(line: Line, key: string, text: string): void {
    const pending: Pending = { number: line.number, offset: line.endOffset, isAcknowledged: false };
    const bytes = line.bytes.length;
    this.#pending.push(pending);
    this.#inFlightBytes += bytes;
    this.#inFlight.add(key);
    void this.#put(key, text)
      .then(() => this.#acknowledged(pending, bytes))
      .catch((thrown: unknown) => this.#fail(atLine(line.number, asQuorateError(thrown))))
      .finally(() => {
        this.#inFlight.delete(key);
        this.#inFlightBytes -= bytes;
        this.#onSettled();
      });
  }

  /** Only the feeding waits for this, so one waiter is enough. */
  #nextSettled(): Promise<void> {
    return new Promise((resolve) => {
      this.#onSettled = resolve;
    });
  }

  /** The client retries by itself; this goes on for as long as anything at all makes progress. */
  async #put(key: string, text: string): Promise<void> {
    let retryOf: QuorateError | undefined;
    for (;;) {
      try {
        await this.#collection.put(key, new JsonText(text), { signal: this.#cutOff.signal, retryOf });
        return;
      } catch (thrown) {
        const error = asQuorateError(thrown);
        const isStuck = this.#options.now() - this.#progressAtMs >= this.#options.giveUpAfterMs;
        if (!error.retryable || isStuck || this.#mustStop()) throw error;
        retryOf = error.code === 'ERR_OUTCOME_UNKNOWN' ? error : undefined;
      }
    }
  }

  #acknowledged(pending: Pending, bytes: number): void {
    pending.isAcknowledged = true;
    this.#done += 1;
    this.#bytes += bytes;
    this.#progressAtMs = this.#options.now();
    for (let first = this.#pending.peek(); first?.isAcknowledged === true; first = this.#pending.peek()) {
      this.#position = first;
      this.#pending.shift();
    }
    this.#options.onProgress(this);
  }
}

function atLine(number: number, error: QuorateError): QuorateError {
  const { code, message, details } = error;
  return new QuorateError(code, `line ${number}: ${message}`, { cause: error, details: { ...details, line: number } });
}
