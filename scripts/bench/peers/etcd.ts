/**
 * A cluster of three etcd processes on this machine, with etcd's defaults, plain HTTP on loopback and new directories.
 * What is asked of it here goes through its JSON gateway; its load comes from h2load.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../node-process.js';

const MEMBERS = [1, 2, 3];
const START_MS_MAX = 30_000;
const POLL_MS = 50;

interface Header {
  readonly member_id: string;
  readonly revision?: string;
}

interface MemberStatus {
  readonly header: Header;
  readonly version: string;
  readonly leader?: string;
}

export interface EtcdMember {
  readonly url: string;
  readonly process: ChildProcess;
}

/** The version of a program that is installed, or undefined. */
export function installedVersion(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined;
}

async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

export class EtcdCluster {
  readonly members: readonly EtcdMember[];

  private constructor(members: readonly EtcdMember[]) {
    this.members = members;
  }

  /** Starts the three in directories below `directory` and resolves when they have a leader. */
  static async start(directory: string): Promise<EtcdCluster> {
    const ports = await Promise.all(MEMBERS.map(async () => ({ client: await freePort(), peer: await freePort() })));
    const urlOf = (port: number): string => `http://127.0.0.1:${port}`;
    const initial = ports.map(({ peer }, i) => `member-${i}=${urlOf(peer)}`).join(',');
    const members = ports.map(({ client, peer }, i) => {
      const log = openSync(join(directory, `member-${i}.log`), 'w');
      const process = spawn(
        'etcd',
        [
          ...['--name', `member-${i}`, '--data-dir', join(directory, `member-${i}`)],
          ...['--listen-client-urls', urlOf(client), '--advertise-client-urls', urlOf(client)],
          ...['--listen-peer-urls', urlOf(peer), '--initial-advertise-peer-urls', urlOf(peer)],
          ...['--initial-cluster', initial, '--initial-cluster-state', 'new'],
        ],
        { stdio: ['ignore', log, log] },
      );
      closeSync(log);
      return { url: urlOf(client), process };
    });
    const cluster = new EtcdCluster(members);
    try {
      await cluster.leader();
      return cluster;
    } catch (thrown) {
      await cluster.stop();
      throw thrown;
    }
  }

  /** The member that leads, once one does. */
  async leader(): Promise<EtcdMember> {
    for (const giveUpMs = performance.now() + START_MS_MAX; performance.now() < giveUpMs; await pause(POLL_MS)) {
      for (const member of this.members) {
        const status = await post<MemberStatus>(`${member.url}/v3/maintenance/status`, {}).catch(() => undefined);
        if (status?.leader !== undefined && status.leader === status.header.member_id) return member;
      }
    }
    throw new Error(`etcd had no leader within ${START_MS_MAX} ms`);
  }

  /** Counts every write: what it rises by is the number of writes that were done. */
  async revision(member: EtcdMember): Promise<number> {
    const { header } = await post<{ readonly header: Header }>(`${member.url}/v3/kv/range`, { key: btoa('key') });
    return Number(header.revision);
  }

  async put(member: EtcdMember, key: string, value: string): Promise<void> {
    await post(`${member.url}/v3/kv/put`, { key: btoa(key), value: btoa(value) });
  }

  async stop(): Promise<void> {
    const running = this.members.filter(({ process: { exitCode, signalCode } }) => {
      return exitCode === null && signalCode === null;
    });
    const ended = running.map(({ process }) => once(process, 'exit'));
    for (const { process } of running) process.kill('SIGKILL');
    await Promise.all(ended);
  }
}
