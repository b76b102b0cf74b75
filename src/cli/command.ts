/**
 * A command: its name, its help and options as data, and what it does. Parsing, `--help` and usage errors are the same
 * for all of them and are here.
 */
import { parseArgs } from 'node:util';
import { QuorateError } from '../runtime/base/errors.js';
import type { Output } from './output.js';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** What stands for the value in the help: `--limit N`. */
  readonly placeholder?: string;
  readonly short?: string;
  readonly multiple?: boolean;
}

export type OptionTable = Readonly<Record<string, Option>>;

export interface Positional {
  readonly name: string;
  readonly optional?: boolean;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Invocation {
  readonly options: OptionValues;
  readonly positionals: readonly string[];
  readonly output: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Aborted by the first interrupt; the second one ends the process. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Printed below the options: what one would want to know, with an example. */
  readonly details: string;
  readonly positionals: readonly Positional[];
  readonly options: OptionTable;
  /** Resolves with the exit status. */
  run(invocation: Invocation): Promise<number>;
}

/** Options of every command. */
export const COMMON_OPTIONS: OptionTable = {
  help: { type: 'boolean', short: 'h', help: 'print this and end' },
  json: { type: 'boolean', help: 'print JSON: results to standard output, errors to standard error' },
};

/** Options of every command that talks to a cluster. */
export const CLIENT_OPTIONS: OptionTable = {
  address: {
    type: 'string',
    multiple: true,
    placeholder: 'HOST:PORT',
    help: 'a node; several with commas, or one option each (default: QUORATE_ADDRESS, else 127.0.0.1:7411)',
  },
  timeout: {
    type: 'string',
    placeholder: 'MS',
    help: 'how long one request may take, retries included (default 5000)',
  },
};

export interface Parsed {
  readonly options: OptionValues;
  readonly positionals: readonly string[];
}

/** Splits the arguments as the command's table says. Throws `ERR_USAGE` with where help is, or `ERR_INVALID_UTF8`. */
export function parseCommandLine(command: Command, args: readonly string[]): Parsed {
  const table: OptionTable = { ...COMMON_OPTIONS, ...command.options };
  const hint = `see 'quorate ${command.name} --help'`;
  let parsed: Parsed;
  // What was no UTF-8 arrives with replacement characters: it would name another key than was meant.
  const illFormed = args.find((arg) => arg.includes('\ufffd'));
  if (illFormed !== undefined) {
    const what = `'${illFormed}' is not well-formed UTF-8, or has the character that stands for what is not`;
    throw new QuorateError('ERR_INVALID_UTF8', `${what}; give a value like this on standard input`);
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(table).map(([name, { type, short, multiple }]) => [
          name,
          { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
        ]),
      ),
    });
    parsed = { options: values as OptionValues, positionals };
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    const why = text.replace(
      /\. To specify a positional.*$/s,
      " (what begins with '-' and is no option stands behind '--')",
    );
    throw new QuorateError('ERR_USAGE', `${why}; ${hint}`, { cause: thrown });
  }
  if (parsed.options.help === true) return parsed;
  const required = command.positionals.filter(({ optional }) => optional !== true);
  const missing = required[parsed.positionals.length];
  if (missing !== undefined) throw new QuorateError('ERR_USAGE', `${missing.name} is missing; ${hint}`);
  const extra = parsed.positionals[command.positionals.length];
  if (extra !== undefined) throw new QuorateError('ERR_USAGE', `'${extra}' is one argument too many; ${hint}`);
  return parsed;
}

function usageOf(command: Command): string {
  const words = command.positionals.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
  return `Usage: ${['quorate', command.name, ...words, '[options]'].join(' ')}`;
}

export function helpOf(command: Command): string {
  const rows = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const value = option.type === 'string' ? ` ${option.placeholder ?? 'VALUE'}` : '';
    return [`  ${short}--${name}${value}`, option.help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const options = rows.map(([left, right]) => left.padEnd(width) + right).join('\n');
  return `${usageOf(command)}\n\n${command.summary}\n\nOptions:\n${options}\n\n${command.details}\n`;
}

/** A whole number given as text. */
export function wholeNumberOption(options: OptionValues, name: string, low = 0): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const value = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= low) return value;
  throw new QuorateError('ERR_USAGE', `--${name} must be a whole number from ${low} up, not '${String(text)}'`);
}

export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
