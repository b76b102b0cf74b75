/**
 * A node: opens a data directory and serves it, until it is stopped. Read this first.
 *
 *   lock -> identity (made when the directory is empty) -> workers -> actors (`node-actors.ts`) -> listeners
 *        -> leaders, for a while
 *
 * Whatever fails on the way undoes what was done and rejects with its own code. Stopping goes the other way round; it
 * need not flush anything, because everything acknowledged is in the log. Signals and the process's exit are the
 * caller's business.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applierProtocol } from '../../actors/applier/protocol.js';
import { gatewayProtocol } from '../../actors/gateway/protocol.js';
import { logWriterProtocol } from '../../actors/log-writer/protocol.js';
import { peerDoorProtocol, peerLinkProtocol } from '../../actors/peer-link/protocol.js';
import { groupProtocol } from '../../actors/raft/protocol.js';
import type { Log } from '../actor/actor.js';
import type { Port } from '../actor/kernel.js';
import type { Protocol } from '../actor/protocol.js';
import { type NodeConfig, resolveConfig } from '../base/config.js';
import { asQuorateError, QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import { type DataDirectoryLock, lockDataDirectory, NodeFiles } from '../storage/storage.js';
import type { CapabilityOptions } from '../worker/capabilities.js';
import type { Fatal } from '../worker/exit-status.js';
import { createLog, type LogLevel, stderrLog } from '../worker/log.js';
import type { WorkerClass } from '../worker/placement.js';
import { type ActorSystem, createSystem } from '../worker/system.js';
import type { WatchdogConfig } from '../worker/watchdog.js';
import { pickLimits } from './cluster-plan.js';
import { ensureDirectory, openDirectory } from './data-directory.js';
import { type NodeIdentity, ownEntry } from './identity.js';
import { metricsText } from './metrics.js';
import { type Addresses, advertise, startActors } from './node-actors.js';
import { LISTENERS, METRICS_FACT, type NodeCapabilityOptions, STATUS_FACT } from './node-options.js';
import { groupReports, isLed, type NodeStatus, nodeStatus } from './status.js';

/** Which class of worker hosts what: nothing that waits for a disk lives beside a Raft timer. */
const KINDS: Readonly<Record<string, WorkerClass>> = {
  gateway: 'reactive',
  group: 'reactive',
  'peer-link': 'reactive',
  'peer-door': 'reactive',
  'log-writer': 'log',
  applier: 'state',
};
const PROTOCOLS = [
  groupProtocol,
  gatewayProtocol,
  logWriterProtocol,
  applierProtocol,
  peerLinkProtocol,
  peerDoorProtocol,
] as unknown as readonly Protocol[];
const CAPABILITIES = new URL('./node-capabilities.js', import.meta.url);
/** How often the groups are asked whether they have leaders, while the node starts. */
const READY_POLL_MS = 10;
/** Threads are given at least this long to end: after it the process does. */
const THREADS_END_MS = 5_000;
/** A stopping node gives requests in flight this long. */
const STOP_MS = 5_000;

export interface OpenNodeOptions extends Partial<Omit<NodeConfig, 'limits'>> {
  readonly limits?: Partial<Limits>;
  /** Default: JSON lines on standard error, from `logLevel` on. */
  readonly log?: Log;
  /** How long to wait for every group here to have a leader before resolving all the same. Default 10 000. */
  readonly readyMs?: number;
  /** Ends that wait. */
  readonly signal?: AbortSignal;
  /** Supervision is at its end. Default: the process ends with `fatal.status`. */
  readonly onFatal?: (fatal: Fatal) => void;
}

/** Where tests put something else than the product has. */
export interface NodeSeams {
  readonly capabilities?: URL;
  /** Given to the capabilities besides their own options. */
  readonly capabilityOptions?: CapabilityOptions;
  readonly watchdog?: Partial<WatchdogConfig>;
  /** Of each worker, so that a test can exhaust it soon. */
  readonly workerHeapMib?: number;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface QuorateNode {
  readonly clusterId: string;
  readonly nodeId: number;
  readonly dataDir: string;
  /** `peer` when there are other nodes. */
  readonly addresses: { readonly client: Address; readonly http: Address; readonly peer?: Address };
  /** The actor system below: for inspection, and for crashes on request in tests. */
  readonly system: ActorSystem;
  status(): Promise<NodeStatus>;
  metrics(): Promise<string>;
  /** Stops accepting, lets what is in flight end within the deadline, stops the actors, frees the directory. */
  stop(options?: { readonly deadlineMs?: number }): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens a node of the cluster that `initNode` made its directory for; an empty directory becomes a cluster of one.
 *
 * It serves as soon as its listeners are open. The promise resolves when every group that has a replica here has a
 * leader that this node knows, or after `readyMs`: then `status()` says which have none.
 *
 * Rejects with `ERR_CONFIG`, `ERR_DATA_DIR_UNUSABLE`, `ERR_DATA_DIR_IN_USE`, `ERR_WRONG_CLUSTER`, `ERR_WRONG_NODE`,
 * `ERR_FORMAT`, `ERR_CORRUPT`, `ERR_STORAGE_IO`, `ERR_ADDRESS_IN_USE`, `ERR_ADDRESS_UNUSABLE` or `ERR_INSECURE`.
 *
 * @example
 * await using node = await openNode({ dataDir: './data', port: 0, httpPort: 0 });
 * console.log(node.addresses.client.port, (await node.status()).ready);
 */
export async function openNode(options: OpenNodeOptions = {}, seams: NodeSeams = {}): Promise<QuorateNode> {
  const { log, readyMs = 10_000, signal, onFatal, ...settings } = options;
  const config = resolveConfig({ file: { name: 'openNode', content: withoutUndefined(settings) } });
  const node = new Node(config, seams, log ?? logOf(config), onFatal);
  try {
    await node.start(readyMs, signal);
  } catch (thrown) {
    await node.stop({ deadlineMs: 0 });
    throw thrown;
  }
  return node;
}

class Node implements QuorateNode {
  readonly dataDir: string;
  readonly #config: NodeConfig;
  readonly #seams: NodeSeams;
  readonly #log: Log;
  readonly #onFatal: ((fatal: Fatal) => void) | undefined;
  readonly #startedAtMs = performance.now();
  readonly #version = packageVersion();
  #lock: DataDirectoryLock | undefined;
  #identity: NodeIdentity | undefined;
  #system: ActorSystem | undefined;
  #port: Port | undefined;
  #addresses: QuorateNode['addresses'] | undefined;
  #stopping: Promise<void> | undefined;
  /** While the node starts, what would end the process ends the start. */
  #failStart: ((error: QuorateError) => void) | undefined;

  constructor(config: NodeConfig, seams: NodeSeams, log: Log, onFatal: ((fatal: Fatal) => void) | undefined) {
    this.dataDir = resolve(config.dataDir);
    this.#config = config;
    this.#seams = seams;
    this.#log = log;
    this.#onFatal = onFatal;
  }

  get clusterId(): string {
    return started(this.#identity).clusterId;
  }

  get nodeId(): number {
    return started(this.#identity).nodeId;
  }

  get system(): ActorSystem {
    return started(this.#system);
  }

  get addresses(): QuorateNode['addresses'] {
    return started(this.#addresses);
  }

  async start(readyMs: number, signal: AbortSignal | undefined): Promise<void> {
    ensureDirectory(this.dataDir);
    this.#lock = lockDataDirectory(this.dataDir);
    const files = new NodeFiles(this.dataDir, { logRowBytesMax: this.#config.limits.logRowBytesMax });
    this.#identity = openDirectory(this.dataDir, files, this.#config);
    const failed = new Promise<never>((_, reject) => {
      this.#failStart = reject;
    });
    try {
      await Promise.race([this.#serve(this.#identity, readyMs, signal), failed]);
    } finally {
      this.#failStart = undefined;
    }
    this.#log.info('node serves', { dataDir: this.dataDir, ...this.#addresses });
  }

  async #serve(identity: NodeIdentity, readyMs: number, signal: AbortSignal | undefined): Promise<void> {
    const { host, port: clientPort, httpPort, peerHost, peerPort, insecure } = this.#config;
    // What a directory was made with wins: `openDirectory` has refused what contradicts it.
    const limits: Limits = { ...this.#config.limits, ...pickLimits(identity) };
    const bootNonce = randomBytes(16).toString('hex');
    const node: NodeCapabilityOptions = { dataDir: this.dataDir, bootNonce, identity, limits };
    const system = await this.#createSystem(node);
    this.#system = system;
    const port = system.openPort(() => undefined);
    this.#port = port;
    const own = ownEntry(identity);
    const sockets = { host: peerHost || own.host, port: peerPort || own.port, insecure, node };
    const peer = await startActors(system, port, identity, sockets);
    const where = { host, port: clientPort, httpPort, insecure, node };
    const opened = (await system.openService('reactive', 0, LISTENERS, where)) as unknown as Addresses;
    this.#addresses = peer === undefined ? opened : { ...opened, peer };
    advertise(system, port, identity, opened);
    await this.#untilLed(identity, port, readyMs, signal);
  }

  #createSystem(node: NodeCapabilityOptions): Promise<ActorSystem> {
    const { logWorkers, stateWorkers, logLevel } = this.#config;
    const { capabilities, capabilityOptions, watchdog, workerHeapMib } = this.#seams;
    const { identity, limits } = node;
    return createSystem({
      node: identity.nodeId,
      workers: { reactive: 1, log: logWorkers, state: stateWorkers, application: 0 },
      kinds: KINDS,
      protocols: PROTOCOLS,
      capabilities: capabilities ?? CAPABILITIES,
      capabilityOptions: { ...node, ...capabilityOptions },
      ...(watchdog === undefined ? {} : { watchdog }),
      ...(workerHeapMib === undefined ? {} : { workerHeapMib }),
      facts: { [STATUS_FACT]: () => this.status(), [METRICS_FACT]: () => this.metrics() },
      limits,
      // Six directions are busy; together they stay below the node's budget.
      bytesInTransitMax: Math.ceil(limits.nodeBytesMax / 8),
      log: this.#log,
      logLevel: logLevel === 'silent' ? 'error' : logLevel,
      onFatal: (fatal) => this.#fatal(fatal),
    });
  }

  status(): Promise<NodeStatus> {
    return nodeStatus({
      system: started(this.#system),
      port: started(this.#port),
      identity: started(this.#identity),
      version: this.#version,
      startedAtMs: this.#startedAtMs,
      addresses: () => ({ ...this.#addresses }),
    });
  }

  async metrics(): Promise<string> {
    return metricsText(await this.status());
  }

  stop({ deadlineMs = STOP_MS }: { readonly deadlineMs?: number } = {}): Promise<void> {
    this.#stopping ??= this.#stop(deadlineMs);
    return this.#stopping;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #stop(deadlineMs: number): Promise<void> {
    const system = this.#system;
    try {
      if (system !== undefined && this.#addresses !== undefined) await this.#quiesce(system, deadlineMs);
      this.#port?.close();
      await system?.stop({ deadlineMs: Math.max(deadlineMs, THREADS_END_MS) });
    } finally {
      this.#lock?.release();
    }
  }

  /** Requests in flight end; one that does not within the deadline is told so by the stopping gateway. */
  async #quiesce(system: ActorSystem, deadlineMs: number): Promise<void> {
    try {
      await system.closeServices('reactive', 0, deadlineMs);
      await system.drain(deadlineMs);
    } catch (thrown) {
      this.#log.warn('stopping in haste', { reason: asQuorateError(thrown).message });
    }
  }

  /** A group that cannot have a leader, for want of other nodes say, must not keep its neighbours from being ready. */
  async #untilLed(identity: NodeIdentity, port: Port, readyMs: number, signal: AbortSignal | undefined): Promise<void> {
    const deadlineMs = performance.now() + readyMs;
    while (signal?.aborted !== true) {
      const groups = await groupReports(port, identity);
      const waiting = groups.filter((group) => !isLed(group) && group.role !== 'stopped');
      if (waiting.length === 0) return;
      if (performance.now() >= deadlineMs) {
        this.#log.warn('groups without leaders', { groups: waiting.map(({ group, role }) => ({ group, role })) });
        return;
      }
      await new Promise((wake) => setTimeout(wake, READY_POLL_MS));
    }
  }

  #fatal(fatal: Fatal): void {
    const { status, reason, cause } = fatal;
    if (this.#failStart !== undefined) {
      this.#failStart(asQuorateError(cause ?? new QuorateError('ERR_INVARIANT', reason)));
      return;
    }
    this.#log.error('node ends', { status, reason });
    if (this.#onFatal === undefined) process.exit(status);
    this.#onFatal(fatal);
  }
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new QuorateError('ERR_NOT_READY', 'the node has not started');
  return value;
}

function logOf({ logLevel }: NodeConfig): Log {
  return logLevel === 'silent' ? createLog('error', () => undefined) : stderrLog(logLevel satisfies LogLevel);
}

function withoutUndefined(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
  return (manifest as { readonly version: string }).version;
}
