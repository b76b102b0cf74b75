/**
 * What a command prints: results on standard output, everything else on standard error. A reader that goes away (`|
 * head`) is no error.
 */
import { once } from 'node:events';
import type { QuorateError } from '../runtime/base/errors.js';

export interface Output {
  readonly json: boolean;
  /** Standard error is a terminal that a person looks at: progress may be drawn. */
  readonly interactive: boolean;
  /** Standard output is a terminal: what is printed is for a person's eyes. */
  readonly terminal: boolean;
  /** One line of a result. */
  line(text: string): void;
  /** One document of a result. */
  document(value: unknown): void;
  /** Bytes of a result, as they are. */
  bytes(content: Uint8Array): void;
  /** Resolves when standard output has taken enough of what was printed for more to follow. */
  drained(): Promise<void>;
  /** A remark for a person; not printed with `--json`. */
  note(text: string): void;
  /** Replaces the progress line on a terminal; an empty text removes it. */
  progress(text: string): void;
  failure(error: QuorateError): void;
}

/** What is printed of an error with `--json`. */
export function errorDocument(error: QuorateError): Readonly<Record<string, unknown>> {
  return { code: error.code, message: error.message, retryable: error.retryable, details: error.details };
}

export function createOutput(json: boolean, stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
  const interactive = stderr.isTTY === true && !json;
  let drawn = false;
  const clear = () => {
    if (drawn) stderr.write('\r\x1b[K');
    drawn = false;
  };
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    json,
    interactive,
    terminal: stdout.isTTY === true,
    line: (text) => void stdout.write(`${text}\n`),
    document: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    bytes: (content) => void stdout.write(content),
    async drained() {
      if (stdout.writableNeedDrain) await once(stdout, 'drain');
    },
    note(text) {
      if (json) return;
      clear();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!interactive) return;
      clear();
      if (text === '') return;
      stderr.write(text);
      drawn = true;
    },
    failure(error) {
      clear();
      if (json) stderr.write(`${JSON.stringify(errorDocument(error))}\n`);
      else stderr.write(`quorate: ${error.message} (${error.code})\n`);
    },
  };
}
