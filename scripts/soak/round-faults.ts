/**
 * Faults of a round: what is done to a running cluster, and how it is undone. Each is drawn from the seed; when it falls
 * among the requests under way is up to the machine.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../src/runtime/base/random.js';
import type { NodeProcess } from '../cluster-process.js';
import type { ProxiedCluster } from './proxied-cluster.js';

export interface RoundFault {
  readonly text: string;
  /** Resolves when the fault is over and what it ended runs again. */
  run(cluster: ProxiedCluster): Promise<void>;
}

const ALL = 3;
const HEALED = { kind: 'open' } as const;

/** Different nodes of the cluster. */
function someNodes(random: Random, count: number): readonly number[] {
  const left = Array.from({ length: ALL }, (_, i) => i + 1);
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0] as number).sort();
}

function kill(random: Random, count: number): RoundFault {
  const nodes = someNodes(random, count);
  const downMs = random.below(1_500);
  const apartMs = random.below(100);
  return {
    text: `kill -9 of ${named(nodes)} for ${downMs} ms`,
    async run(cluster) {
      const processes = nodes.map((node) => cluster.node(node));
      for (const process of processes) {
        await process.kill();
        await pause(apartMs);
      }
      await pause(downMs);
      await startAll(processes);
    },
  };
}

/** Two nodes, the second while the first starts. */
function killStarting(random: Random): RoundFault {
  const [first, second] = someNodes(random, 2) as [number, number];
  const afterMs = random.below(700);
  return {
    text: `kill -9 of node ${first}, and of node ${second} ${afterMs} ms into its start`,
    async run(cluster) {
      await cluster.node(first).kill();
      const started = cluster.node(first).start();
      await pause(afterMs);
      await cluster.node(second).kill();
      await Promise.all([started, cluster.node(second).start()]);
    },
  };
}

function stop(random: Random): RoundFault {
  const [node] = someNodes(random, 1) as [number];
  const stoppedMs = 1_200 + random.below(2_500);
  return {
    text: `SIGSTOP of node ${node} for ${stoppedMs} ms`,
    async run(cluster) {
      cluster.node(node).pause();
      await pause(stoppedMs);
      cluster.node(node).resume();
    },
  };
}

function stopAndKill(random: Random): RoundFault {
  const [stopped, killed] = someNodes(random, 2) as [number, number];
  const stoppedMs = 1_200 + random.below(1_500);
  return {
    text: `SIGSTOP of node ${stopped} for ${stoppedMs} ms, and kill -9 of node ${killed} meanwhile`,
    async run(cluster) {
      cluster.node(stopped).pause();
      await pause(random.below(stoppedMs));
      await cluster.node(killed).kill();
      const started = cluster.node(killed).start();
      await pause(stoppedMs);
      cluster.node(stopped).resume();
      await started;
    },
  };
}

type Broken = 'cut' | 'silent' | 'half-open';

function breakPair(random: Random, kind: Broken): RoundFault {
  const [a, b] = someNodes(random, 2) as [number, number];
  const brokenMs = 300 + random.below(3_000);
  return {
    text: `${kind} between node ${a} and node ${b} for ${brokenMs} ms`,
    async run(cluster) {
      cluster.between(a, b, { kind });
      await pause(brokenMs);
      cluster.between(a, b, HEALED);
    },
  };
}

function isolate(random: Random, kind: Broken): RoundFault {
  const [node] = someNodes(random, 1) as [number];
  const brokenMs = 300 + random.below(3_000);
  return {
    text: `${kind} around node ${node} for ${brokenMs} ms`,
    async run(cluster) {
      cluster.around(node, { kind });
      await pause(brokenMs);
      cluster.around(node, HEALED);
    },
  };
}

function cutRepeatedly(random: Random): RoundFault {
  const times = 3 + random.below(8);
  return {
    text: `${times} short cuts between any two nodes`,
    async run(cluster) {
      for (let n = 0; n < times; n += 1) {
        const [a, b] = someNodes(random, 2) as [number, number];
        cluster.between(a, b, { kind: 'cut' });
        await pause(random.below(60));
        cluster.between(a, b, HEALED);
        await pause(random.below(200));
      }
    },
  };
}

function delay(random: Random): RoundFault {
  const ms = 5 + random.below(75);
  return {
    text: `everything between nodes ${ms} ms late`,
    async run(cluster) {
      cluster.everywhere({ kind: 'delayed', ms });
      await pause(2_000);
      cluster.everywhere(HEALED);
    },
  };
}

const FAULTS: readonly ((random: Random) => RoundFault)[] = [
  (random) => kill(random, 1),
  (random) => kill(random, 1),
  (random) => kill(random, 2),
  (random) => kill(random, 2),
  (random) => kill(random, ALL),
  killStarting,
  stop,
  stop,
  stopAndKill,
  (random) => breakPair(random, 'cut'),
  (random) => breakPair(random, 'silent'),
  (random) => breakPair(random, 'half-open'),
  (random) => isolate(random, 'cut'),
  (random) => isolate(random, 'silent'),
  (random) => isolate(random, 'half-open'),
  cutRepeatedly,
  delay,
];

export function someFault(random: Random): RoundFault {
  const make = FAULTS[random.below(FAULTS.length)] as (random: Random) => RoundFault;
  return make(random);
}

const startAll = (nodes: readonly NodeProcess[]): Promise<unknown> => Promise.all(nodes.map((node) => node.start()));

function named(nodes: readonly number[]): string {
  return nodes.length === 1 ? `node ${nodes[0]}` : `nodes ${nodes.join(', ')}`;
}
