#!/usr/bin/env node
/**
 * The `quorate` command: finds the command by name, runs it, and turns what it throws into a message and an exit
 * status.
 *
 * Exit statuses: 0 done; 3 not found; 4 refused by a condition; the others follow sysexits.h (64 usage, 65 bad data, 69
 * unreachable, 70 a defect, 73 cannot create, 74 storage, 75 try again, 78 configuration), 130 interrupted.
 */
import { readFileSync } from 'node:fs';
import { asQuorateError, QuorateError } from '../runtime/base/errors.js';
import { type Command, helpOf, parseCommandLine } from './command.js';
import { deleteCommand } from './delete.js';
import { devCommand } from './dev.js';
import { getCommand } from './get.js';
import { importCommand } from './import.js';
import { initCommand } from './init.js';
import { createOutput } from './output.js';
import { putCommand } from './put.js';
import { scanCommand } from './scan.js';
import { startCommand } from './start.js';
import { statusCommand } from './status.js';

const COMMANDS: readonly Command[] = [
  devCommand,
  initCommand,
  startCommand,
  putCommand,
  getCommand,
  deleteCommand,
  scanCommand,
  importCommand,
  statusCommand,
];

const EXIT_INTERRUPTED = 130;
/** npm hands Ctrl-C on to a process that the terminal has interrupted already: within this time it is one key press. */
const SAME_KEY_PRESS_MS = 250;

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;
  const rows = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n');
  const more = "'quorate COMMAND --help' tells more; 'quorate --version' the version.";
  return `Usage: quorate COMMAND [arguments] [options]\n\n${rows}\n\n${more}\n`;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  return (manifest as { readonly version: string }).version;
}

/** The command whose name is nearest to what was typed, when that is near enough to be what was meant. */
function nearest(typed: string): string {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
        next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
      }
      row = next;
    }
    return row[b.length] ?? 0;
  };
  const found = COMMANDS.map(({ name }) => ({ name, far: distance(typed, name) })).sort((a, b) => a.far - b.far)[0];
  return found !== undefined && found.far <= 2 ? `; did you mean '${found.name}'?` : "; see 'quorate --help'";
}

/** Aborted by the first interrupt. The second one ends the process. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  let firstAtMs = 0;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      const nowMs = performance.now();
      if (!controller.signal.aborted) {
        firstAtMs = nowMs;
        controller.abort();
      } else if (name === 'SIGTERM' || nowMs - firstAtMs > SAME_KEY_PRESS_MS) {
        process.exit(EXIT_INTERRUPTED);
      }
    });
  }
  return controller.signal;
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const output = createOutput(args.includes('--json'), process.stdout, process.stderr);
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(overview());
      return name === undefined ? new QuorateError('ERR_USAGE', '').exitStatus : 0;
    }
    if (name === '--version') {
      output.line(version());
      return 0;
    }
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command === undefined) throw new QuorateError('ERR_USAGE', `there is no command '${name}'${nearest(name)}`);
    const { options, positionals } = parseCommandLine(command, rest);
    if (options.help === true) {
      process.stdout.write(helpOf(command));
      return 0;
    }
    return await command.run({
      options,
      positionals,
      output,
      environment: process.env,
      // Opened only by a command that reads it.
      get input() {
        return process.stdin;
      },
      signal: interruptSignal(),
    });
  } catch (thrown) {
    const error = asQuorateError(thrown);
    output.failure(error);
    return error.exitStatus;
  }
}

process.exitCode = await main(process.argv.slice(2));
