/**
 * A node as a process of its own: started, waited for until it serves, killed. For examples, soak runs and tests.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const quorateCommand = join(import.meta.dirname, '..', 'src', 'cli', 'quorate.js');

export interface Place {
  readonly dataDir: string;
  readonly port: number;
  readonly httpPort: number;
  /** Further arguments of `quorate start`. */
  readonly args?: readonly string[];
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

export async function placeIn(dataDir: string, args: readonly string[] = []): Promise<Place> {
  return { dataDir, port: await freePort(), httpPort: await freePort(), args };
}

/** Starts the node and resolves when it says that it serves. What it logs goes to this process's standard error. */
export async function startNode({ dataDir, port, httpPort, args = [] }: Place): Promise<ChildProcess> {
  const where = ['--data-dir', dataDir, '--port', `${port}`, '--http-port', `${httpPort}`];
  const child = spawn(
    process.execPath,
    [quorateCommand, 'start', '--json', ...where, '--log-level', 'error', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([status]) =>
      Promise.reject(new Error(`the node ended with status ${status} at its start`)),
    ),
  ])) as [string];
  const { event } = JSON.parse(line) as { readonly event: string };
  if (event !== 'ready') throw new Error(`expected the node to say that it is ready, it said ${line}`);
  return child;
}

/** Ends the process and waits until it has ended. */
export async function killNode(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
