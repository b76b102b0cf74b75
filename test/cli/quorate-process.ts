/** The `quorate` command as a process of its own, for tests. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { quorateCommand } from '../../scripts/node-process.js';

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class QuorateProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [quorateCommand, ...args], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.ended = this.#end();
  }

  async #end(): Promise<Ended> {
    const [status, signal] = (await once(this.child, 'close')) as [number | null, NodeJS.Signals | null];
    return { status, signal, stdout: this.stdout, stderr: this.stderr };
  }

  /** Resolves with what the process has printed once that matches. */
  async printed(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.stdout)) {
      const ended = await Promise.race([once(this.child.stdout, 'data'), this.ended]);
      if (!Array.isArray(ended)) throw new Error(`it ended with status ${ended.status}: ${ended.stderr}`);
    }
    return this.stdout;
  }
}

export function quorate(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new QuorateProcess(args, environment).ended;
}

/** The code of the error that a command printed with `--json`: its last line, since a node may have logged before. */
export function codeOf({ stderr }: Ended): unknown {
  return (JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as { readonly code: unknown }).code;
}
