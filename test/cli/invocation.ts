/** Commands run within a test: parsed as from the command line, their output collected. */
import { Buffer } from 'node:buffer';
import { type Command, parseCommandLine } from '../../src/cli/command.js';
import type { Output } from '../../src/cli/output.js';

export interface Printed {
  readonly lines: string[];
  readonly notes: string[];
  readonly bytes: Uint8Array[];
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Standard output is a terminal. */
  readonly terminal?: boolean;
  readonly onLine?: (line: string) => void;
}

async function* chunks(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input as Uint8Array);
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

function collecting(printed: Printed, json: boolean, { terminal = false, onLine }: RunOptions): Output {
  const line = (text: string): void => {
    printed.lines.push(text);
    onLine?.(text);
  };
  return {
    json,
    interactive: false,
    terminal,
    line,
    document: (value) => line(JSON.stringify(value)),
    bytes: (content) => void printed.bytes.push(content),
    drained: async () => undefined,
    note: (text) => void printed.notes.push(text),
    progress: () => undefined,
    failure: () => undefined,
  };
}

/** What the command printed, and its status; throws what the command throws. */
export async function run(
  command: Command,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Printed & { readonly status: number }> {
  const printed: Printed = { lines: [], notes: [], bytes: [] };
  const parsed = parseCommandLine(command, args);
  const output = collecting(printed, parsed.options.json === true, options);
  const { environment = {}, input = '', signal = new AbortController().signal } = options;
  const status = await command.run({ ...parsed, output, environment, input: chunks(input), signal });
  return { ...printed, status };
}
