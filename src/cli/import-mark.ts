/**
 * How far an import of a file has come, in a small file beside it: everything up to a line is acknowledged. The next
 * run goes on behind it. It is written after the acknowledgements, so it may be behind them and never ahead.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { QuorateError } from '../runtime/base/errors.js';
import type { LineStart } from './ndjson.js';

/** What tells a file from another one without reading it all. */
export interface Fingerprint {
  readonly fileBytes: number;
  readonly headHash: string;
}

export interface ImportMark extends Fingerprint {
  readonly collection: string;
  readonly line: number;
  readonly offset: number;
}

const HEAD_BYTES = 64 * 1024;

export function fingerprintOf(path: string): Fingerprint {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const bytes = readSync(file, head, 0, HEAD_BYTES, 0);
    const headHash = createHash('sha256').update(head.subarray(0, bytes)).digest('hex');
    return { fileBytes: fstatSync(file).size, headHash };
  } finally {
    closeSync(file);
  }
}

export class ImportProgress {
  readonly #path: string;
  readonly #collection: string;
  readonly #fingerprint: Fingerprint;

  constructor(file: string, collection: string) {
    this.#path = `${file}.quorate-progress`;
    this.#collection = collection;
    this.#fingerprint = fingerprintOf(file);
  }

  /** Where the last run stopped; undefined when there was none. Throws when it was a run with something else. */
  read(): LineStart | undefined {
    const mark = this.#parse();
    if (mark === undefined) return undefined;
    const { fileBytes, headHash } = this.#fingerprint;
    const isSame = mark.fileBytes === fileBytes && mark.headHash === headHash && mark.collection === this.#collection;
    if (isSame) return { number: mark.line, offset: mark.offset };
    const what =
      `an import into '${mark.collection}' stopped behind line ${mark.line}, and the file, or the collection, is ` +
      `another one since: pass --skip-lines ${mark.line} to go on behind that line, or --restart to begin again`;
    throw new QuorateError('ERR_USAGE', what, { details: { line: mark.line } });
  }

  #parse(): ImportMark | undefined {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw thrown;
    }
    try {
      const mark = JSON.parse(text) as ImportMark;
      if (Number.isSafeInteger(mark.line) && Number.isSafeInteger(mark.offset)) return mark;
    } catch {
      // Not JSON: told below, like everything else that is no mark.
    }
    throw new QuorateError('ERR_USAGE', `${this.#path} says nothing about an import; --restart begins again`);
  }

  /** Replaces the mark in one step: whoever reads it finds the old one or this one. */
  write({ number, offset }: LineStart): void {
    const mark: ImportMark = { collection: this.#collection, ...this.#fingerprint, line: number, offset };
    const temporary = `${this.#path}.new`;
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, `${JSON.stringify(mark)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.#path);
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}
