/**
 * The grammar of data-driven test scripts: directives, their input, and the output that is expected of them.
 *
 *   # comment
 *   command argument key=value key=(value,value) \
 *     continued=yes
 *   optional input
 *   ----
 *   expected output, up to a blank line
 *
 * Expected output that holds blank lines stands between two pairs of `----`. Nothing here runs anything.
 */
import { QuorateError } from '../../src/runtime/base/errors.js';

export interface Argument {
  readonly key: string;
  /** Empty for a bare word; one for `key=value`; any number for `key=(...)`. */
  readonly values: readonly string[];
}

export interface Directive {
  /** Of its first line, from 1. */
  readonly line: number;
  readonly command: string;
  readonly arguments: readonly Argument[];
  readonly input: string;
  readonly expected: string;
}

const SEPARATOR = '----';

/** The directives of a script in order; an ill-formed one is an `ERR_INVALID_REQUEST` that names its line. */
export function parseScript(text: string): readonly Directive[] {
  const lines = text.split(/\r?\n/);
  const directives: Directive[] = [];
  let at = 0;
  const peek = (): string | undefined => lines[at];
  const take = (): string | undefined => {
    const line = lines[at];
    at += 1;
    return line;
  };

  /** Reads a directive line with its continuations; undefined for a blank line or a comment. */
  const takeHead = (): string | undefined => {
    let head = (take() ?? '').trim();
    if (head === '' || head.startsWith('#')) return undefined;
    while (head.endsWith('\\')) head = `${head.slice(0, -1).trimEnd()} ${(take() ?? '').trim()}`;
    return head;
  };

  const takeInput = (line: number): string => {
    const input: string[] = [];
    for (let next = take(); next !== SEPARATOR; next = take()) {
      if (next === undefined) throw illFormed(line, `has no ${SEPARATOR} line`);
      input.push(next);
    }
    return input.join('\n').trim();
  };

  const takeExpected = (line: number): string => {
    const expected: string[] = [];
    if (peek() !== SEPARATOR) {
      for (let next = peek(); next !== undefined && next.trim() !== ''; next = peek()) {
        expected.push(next);
        at += 1;
      }
      return expected.join('\n');
    }
    at += 1;
    while (peek() !== SEPARATOR || lines[at + 1] !== SEPARATOR) {
      const next = take();
      if (next === undefined) throw illFormed(line, `is not ended by two ${SEPARATOR} lines`);
      expected.push(next);
    }
    at += 2;
    return expected.join('\n');
  };

  while (at < lines.length) {
    const line = at + 1;
    const head = takeHead();
    if (head === undefined) continue;
    const { command, args } = parseHead(head, line);
    directives.push({ line, command, arguments: args, input: takeInput(line), expected: takeExpected(line) });
  }
  return directives;
}

function parseHead(head: string, line: number): { command: string; args: readonly Argument[] } {
  const word = /^\S+/.exec(head);
  const command = word === null ? head : word[0];
  const args: Argument[] = [];
  let rest = head.slice(command.length).trim();
  while (rest !== '') {
    const match = /^([^\s=()]+)(?:=(?:\(([^()]*)\)|([^\s()]+)))?(?=\s|$)/.exec(rest);
    if (match === null) throw illFormed(line, `has an argument that cannot be read: ${rest}`);
    const [whole, key, list, value] = match;
    args.push({ key: key ?? '', values: valuesOf(list, value) });
    rest = rest.slice(whole.length).trim();
  }
  return { command, args };
}

function valuesOf(list: string | undefined, value: string | undefined): readonly string[] {
  if (value !== undefined) return [value];
  if (list === undefined || list.trim() === '') return [];
  return list.split(',').map((item) => item.trim());
}

function illFormed(line: number, what: string): QuorateError {
  return new QuorateError('ERR_INVALID_REQUEST', `the directive at line ${line} ${what}`, { details: { line } });
}

/** The single value of `key=value`; undefined when the directive does not have it. */
export function singleValue(directive: Directive, key: string): string | undefined {
  const found = directive.arguments.find((argument) => argument.key === key);
  if (found === undefined) return undefined;
  const [value, ...more] = found.values;
  if (value === undefined || more.length > 0) throw new QuorateError('ERR_USAGE', `${key} takes exactly one value`);
  return value;
}

/** A whole number as scripts write it. */
export function parseNumber(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new QuorateError('ERR_USAGE', `not a number: ${text}`);
  return value;
}
