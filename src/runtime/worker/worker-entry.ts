/**
 * A worker's first module: makes its host, exposes its control plane, and says that it is ready.
 *
 * Whatever is thrown outside an actor's turn ends the worker: the main thread sees the exit and decides.
 */
import { readlinkSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { present } from '../base/assert.js';
import { createSystemClock } from '../base/clock.js';
import { QuorateError } from '../base/errors.js';
import { createRandom } from '../base/random.js';
import type { Capabilities, CapabilityEnvironment, Service } from './capabilities.js';
import { ControlCaller, exposeControl, type MainControl, type WorkerControl } from './control.js';
import { loadActor } from './define-actor.js';
import { Host } from './host.js';
import { createLog, factsJson } from './log.js';
import { createPlacement } from './placement.js';
import { noteProgress } from './thread-page.js';
import type { Notice, WorkerStart } from './worker-start.js';

const DRAIN_INTERVAL_MS = 2;

const start = workerData as WorkerStart;
const parent = present(parentPort, 'the port to the thread that started this worker');
const notify = (notice: Notice): void => parent.postMessage(notice);

const log = createLog(start.logLevel, (level, event, facts) =>
  notify({ type: 'log', level, event, factsJson: factsJson({ thread: start.thread, ...facts }) }),
);
const clock = createSystemClock(start.clockOrigin);
const random = createRandom(start.seed);
const main = new ControlCaller<MainControl>(start.main, 5_000);

async function loadCapabilities(): Promise<Capabilities> {
  if (start.capabilities === undefined) return { createKinds: () => [] };
  return (await import(start.capabilities)) as Capabilities;
}

async function run(): Promise<void> {
  const capabilities = await loadCapabilities();
  const environment: CapabilityEnvironment = {
    node: start.node,
    thread: start.thread,
    workerClass: start.workerClass,
    clock,
    random: random.fork(),
    log,
    page: start.page,
    openPort: (onMessages) => host.openPort(onMessages),
    fact: (name) => main.call(`fact '${name}'`, (remote) => remote.fact(name)),
  };
  const host = new Host({
    node: start.node,
    thread: start.thread,
    incarnation: start.incarnation,
    placement: createPlacement(start.placement),
    kinds: capabilities.createKinds(start.capabilityOptions, environment),
    protocols: [],
    clock,
    random,
    log,
    supervision: start.supervision,
    limits: start.limits,
    bytesInTransitMax: start.bytesInTransitMax,
    onRound: () => noteProgress(start.page),
    onPeer: () => undefined,
    onEscalate: (ref, { code, message }) => notify({ type: 'escalated', ref, error: { code, message } }),
    onFault: (thread, error) => {
      throw new QuorateError(error.code, `the link from thread ${thread} broke: ${error.message}`, { cause: error });
    },
  });
  for (const { url, routeNumber } of start.modules) await load(host, url, routeNumber);
  for (const end of start.links) host.links.connect(end);
  // Idle threads make progress too; whoever blocks the loop stops this. The first time says that the thread is up.
  noteProgress(start.page);
  const heartbeat = setInterval(() => noteProgress(start.page), start.heartbeatMs);
  const close = (): void => {
    clearInterval(heartbeat);
    host.close();
    main.die(new QuorateError('ERR_STOPPING', 'this worker is closing'));
    // The answer to the call that asked for this leaves first.
    setImmediate(() => start.control.close());
  };
  exposeControl(controlOf(host, capabilities, environment, close), start.control);
  notify({ type: 'ready' });
}

async function load(host: Host, moduleUrl: string, routeNumber: number): Promise<void> {
  const definition = await loadActor(moduleUrl);
  host.register(definition, routeNumber, definition.supervision);
}

function controlOf(
  host: Host,
  capabilities: Capabilities,
  environment: CapabilityEnvironment,
  close: () => void,
): WorkerControl {
  const services: Service[] = [];
  // Opening and closing take turns: what is being opened when all is to be closed must not stay open.
  let lastChange: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(change: () => Promise<R>): Promise<R> => {
    const changed = lastChange.then(change);
    lastChange = changed.catch(() => undefined);
    return changed;
  };
  let lastUtilization = performance.eventLoopUtilization();
  const closeServices = (): Promise<void> =>
    inTurn(async () => {
      for (const service of services.splice(0).reverse()) await service.close();
    });
  return {
    connect: (end) => host.links.connect(end),
    load: (moduleUrl, routeNumber) => load(host, moduleUrl, routeNumber),
    spawn: (kind, instance, options) => {
      host.kernel.spawn(kind, instance, options);
    },
    stop: (ref) => host.kernel.stop(ref),
    crash: (ref, message) => host.kernel.crash(ref, new QuorateError('ERR_INVARIANT', message)),
    inspect: () => host.kernel.inspect(),
    stats: () => {
      const utilization = performance.eventLoopUtilization(lastUtilization);
      lastUtilization = performance.eventLoopUtilization();
      const { heapUsed, external } = memoryUsage();
      return {
        thread: start.thread,
        incarnation: start.incarnation,
        heapUsedBytes: heapUsed,
        externalBytes: external,
        loopUtilization: utilization.utilization,
        undeliverable: host.links.dropped,
        osThread: osThread(),
      };
    },
    openService: (name, options) =>
      inTurn(async () => {
        if (capabilities.openService === undefined) {
          throw new QuorateError('ERR_CONFIG', `this worker has no service '${name}'`);
        }
        const service = await capabilities.openService(name, options, environment);
        services.push(service);
        return { facts: service.facts, reopenOptions: service.reopenOptions };
      }),
    closeServices,
    drain: () => drained(host),
    close: async () => {
      await closeServices();
      close();
    },
  };
}

/** Linux names the calling thread `PID/task/TID` under this link. */
function osThread(): number {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  } catch {
    return 0;
  }
}

async function drained(host: Host): Promise<void> {
  for (let empty = 0; empty < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, DRAIN_INTERVAL_MS));
    empty = host.kernel.inspect().every((actor) => actor.mailboxDepth === 0) ? empty + 1 : 0;
  }
}

await run();
