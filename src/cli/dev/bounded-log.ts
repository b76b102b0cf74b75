/**
 * Bounded log: what a process says, in a file that starts over when it is full; the one before is kept beside it.
 * Writes are synchronous: these are rare lines, and the last ones before a crash are the ones that count.
 */
import { appendFileSync, renameSync, statSync } from 'node:fs';

const LOG_BYTES_MAX = 4 * 1024 * 1024;
const LAST_LINE_BYTES_MAX = 8 * 1024;

export class BoundedLog {
  readonly file: string;
  #bytes: number;
  #lastLine = '';
  #isWritable = true;

  constructor(file: string) {
    this.file = file;
    this.#bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** The last line that said something, as far as it is bounded. */
  get lastLine(): string {
    return this.#lastLine;
  }

  write(text: string): void {
    const line = text.trimEnd().split('\n').at(-1) ?? '';
    if (line !== '') this.#lastLine = line.slice(-LAST_LINE_BYTES_MAX);
    if (!this.#isWritable) return;
    try {
      if (this.#bytes > LOG_BYTES_MAX) this.#startOver();
      appendFileSync(this.file, text);
      this.#bytes += Buffer.byteLength(text);
    } catch {
      // A disk without room for logs is no reason to end what is being logged.
      this.#isWritable = false;
    }
  }

  #startOver(): void {
    renameSync(this.file, `${this.file}.old`);
    this.#bytes = 0;
  }
}
