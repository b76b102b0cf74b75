/** `quorate import`: stores the documents of an NDJSON file or stream, and goes on where an earlier run stopped. */
import { createReadStream, statSync } from 'node:fs';
import type { Client } from '../client/client.js';
import { TIMEOUT_MS_MAX } from '../client/requester.js';
import { QuorateError } from '../runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { CLIENT_OPTIONS, type Command, type Invocation, textOption, wholeNumberOption } from './command.js';
import { ImportProgress } from './import-mark.js';
import { ImportRun } from './import-run.js';
import { type LineStart, readLines } from './ndjson.js';
import type { Output } from './output.js';
import { progressBar } from './progress-bar.js';
import { withClient } from './session.js';

const IN_FLIGHT = 256;
const GIVE_UP_AFTER_MS = 60_000;
const LINE_BYTES_MAX = DEFAULT_LIMITS.frameBytesMax - 1024 * 1024;
const REPORT_EVERY = 1_000;
const DRAW_EVERY_MS = 100;
const SAVE_EVERY_MS = 500;
const STANDARD_INPUT = '-';
const BEGINNING: LineStart = { number: 0, offset: 0 };

export const importCommand: Command = {
  name: 'import',
  summary: 'Store the documents of an NDJSON file, many at a time.',
  details: `Each line is a JSON object, stored under the text or number in the field that --key names. FILE '-', or
none, is standard input. The import goes on while nodes die and come back. A run that stopped left FILE.quorate-progress,
and the same command goes on from there; an import from standard input says which --skip-lines to pass. With --json it
prints lines {"event":"progress", ...} and {"event":"done", ...}.

  quorate import packages packages.ndjson --key name
  zcat events.ndjson.gz | quorate import events --key id`,
  positionals: [{ name: 'COLLECTION' }, { name: 'FILE', optional: true }],
  options: {
    key: { type: 'string', placeholder: 'FIELD', help: 'the field that holds the key of each document' },
    'in-flight': { type: 'string', placeholder: 'N', help: `documents under way at a time (default ${IN_FLIGHT})` },
    'give-up-after': {
      type: 'string',
      placeholder: 'MS',
      help: `end when nothing was acknowledged for this long (default ${GIVE_UP_AFTER_MS})`,
    },
    'skip-lines': { type: 'string', placeholder: 'N', help: 'begin behind this line' },
    restart: { type: 'boolean', help: 'begin with the first line, whatever an earlier run did' },
    ...addressOption(),
  },
  async run(invocation) {
    const plan = planOf(invocation);
    const timeoutMs = Math.min(plan.giveUpAfterMs, TIMEOUT_MS_MAX);
    return withClient(invocation, (client) => runImport(client, plan, invocation), { timeoutMs });
  },
};

function addressOption(): Pick<typeof CLIENT_OPTIONS, string> {
  const { address } = CLIENT_OPTIONS;
  return address === undefined ? {} : { address };
}

interface Plan {
  readonly collection: string;
  readonly file: string;
  readonly keyField: string;
  readonly inFlightMax: number;
  readonly giveUpAfterMs: number;
  readonly start: LineStart;
  /** Absent for standard input. */
  readonly progress: ImportProgress | undefined;
  readonly bytesTotal: number | undefined;
}

function planOf({ options, positionals, output }: Invocation): Plan {
  const [collection = '', file = STANDARD_INPUT] = positionals;
  const keyField = textOption(options, 'key');
  if (keyField === undefined) throw new QuorateError('ERR_USAGE', '--key must name the field that holds the key');
  const inFlightMax = wholeNumberOption(options, 'in-flight', 1) ?? IN_FLIGHT;
  const giveUpAfterMs = wholeNumberOption(options, 'give-up-after', 1) ?? GIVE_UP_AFTER_MS;
  const common = { collection, file, keyField, inFlightMax, giveUpAfterMs };
  const skipped = wholeNumberOption(options, 'skip-lines');
  if (skipped !== undefined && options.restart === true) {
    throw new QuorateError('ERR_USAGE', '--skip-lines and --restart exclude each other');
  }
  const given = skipped === undefined ? undefined : { number: skipped, offset: 0 };
  if (file === STANDARD_INPUT) {
    return { ...common, start: given ?? BEGINNING, progress: undefined, bytesTotal: undefined };
  }
  const { progress, bytesTotal } = openFile(file, collection);
  const start = given ?? (options.restart === true ? undefined : progress.read()) ?? BEGINNING;
  if (start.number > 0) output.note(`going on behind line ${start.number} of ${file}`);
  return { ...common, start, progress, bytesTotal };
}

function openFile(
  file: string,
  collection: string,
): { readonly progress: ImportProgress; readonly bytesTotal: number } {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new QuorateError('ERR_USAGE', `${file} is no file; '-' reads from standard input`);
    return { progress: new ImportProgress(file, collection), bytesTotal: stat.size };
  } catch (cause) {
    if (cause instanceof QuorateError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QuorateError('ERR_USAGE', `${file} cannot be read: ${why}`, { cause });
  }
}

async function runImport(client: Client, plan: Plan, { input, output, signal }: Invocation): Promise<number> {
  const { file, start, progress, bytesTotal } = plan;
  const report = new Report(client, plan, output);
  const run = new ImportRun(client.collection(plan.collection), {
    ...plan,
    signal,
    now: () => performance.now(),
    onProgress: (current) => report.progress(current),
  });
  // Skipping by line number reads from the beginning, because only an earlier run knows the offset.
  const from = start.offset === 0 ? BEGINNING : start;
  const stream = progress === undefined ? input : createReadStream(file, { start: from.offset });
  if (bytesTotal !== undefined) report.draw(run);
  try {
    await run.run(readLines(stream, LINE_BYTES_MAX, from));
  } catch (thrown) {
    output.progress('');
    if (run.position.offset > 0) progress?.write(run.position);
    throw stopped(thrown as QuorateError, run, plan);
  }
  progress?.remove();
  report.done(run);
  return 0;
}

/** What stopped the import, and how to go on. */
function stopped(error: QuorateError, { position, done }: ImportRun, { progress }: Plan): QuorateError {
  const { code, message, details } = error;
  const { number } = position;
  const how = progress === undefined ? `pass --skip-lines ${number}` : 'run the same command again';
  const state =
    number === 0 ? 'nothing is imported' : `all up to line ${number} is imported: ${how} to go on behind it`;
  return new QuorateError(code, `${message}; ${state}`, {
    cause: error,
    details: { ...details, done, imported: number },
  });
}

/** Tells how far the import is: to whoever watches, and to the next run. */
class Report {
  readonly #client: Client;
  readonly #plan: Plan;
  readonly #output: Output;
  readonly #startedAtMs = performance.now();
  #drawnAtMs = Number.NEGATIVE_INFINITY;
  #savedAtMs = performance.now();

  constructor(client: Client, plan: Plan, output: Output) {
    this.#client = client;
    this.#plan = plan;
    this.#output = output;
  }

  progress(run: ImportRun): void {
    if (this.#output.json && run.done % REPORT_EVERY === 0) this.#output.document(this.#event('progress', run));
    const nowMs = performance.now();
    if (nowMs - this.#drawnAtMs >= DRAW_EVERY_MS) this.draw(run);
    if (nowMs - this.#savedAtMs >= SAVE_EVERY_MS && run.position.offset > 0) {
      this.#savedAtMs = nowMs;
      this.#plan.progress?.write(run.position);
    }
  }

  draw(run: ImportRun): void {
    this.#drawnAtMs = performance.now();
    if (!this.#output.interactive) return;
    const { bytesTotal, start } = this.#plan;
    const state = {
      done: run.done,
      bytes: run.bytes,
      bytesTotal: bytesTotal === undefined ? undefined : bytesTotal - start.offset,
      elapsedMs: performance.now() - this.#startedAtMs,
      retries: this.#client.statistics.retries,
    };
    this.#output.progress(progressBar(state));
  }

  done(run: ImportRun): void {
    this.#output.progress('');
    if (this.#output.json) {
      this.#output.document(this.#event('done', run));
      return;
    }
    const seconds = ((performance.now() - this.#startedAtMs) / 1000).toFixed(1);
    this.#output.line(`imported ${run.done} documents into ${this.#plan.collection} in ${seconds} s`);
  }

  #event(event: 'progress' | 'done', { done, bytes, position }: ImportRun): Readonly<Record<string, unknown>> {
    return { event, done, bytes, retries: this.#client.statistics.retries, line: position.number };
  }
}
