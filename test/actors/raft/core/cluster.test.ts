/**
 * Random clusters: messages lost, repeated and reordered, members cut off and crashed, storage slow. After every
 * step the promises of Raft are checked; at the end the faults stop, and the cluster must serve again.
 *
 * A crashed member loses what is not durable, and nothing else: messages to and from its former life are still
 * delivered.
 */
import test from 'ava';
import { isLocalTarget } from '../../../../src/actors/raft/core/message.js';
import { type Entry, MessageType } from '../../../../src/actors/raft/core/types.js';
import { createRandom, type Random } from '../../../../src/runtime/base/random.js';
import { Network, normal, text } from './network.js';

const SEEDS = 250;
const STEPS = 3000;

/** What is promised of the whole cluster, whatever happens. */
class Oracle {
  /** By index; what any member has applied. */
  readonly committed = new Map<number, { readonly term: number; readonly payload: string }>();
  readonly #leaders = new Map<number, string>();
  readonly #lives = new Map<number, number>();
  readonly #checked = new Map<number, number>();
  readonly #terms = new Map<number, number>();
  readonly #commits = new Map<number, number>();

  crashed(id: number): void {
    this.#lives.set(id, (this.#lives.get(id) ?? 0) + 1);
    this.#checked.set(id, 0);
    this.#commits.set(id, 0);
    this.#terms.set(id, 0);
  }

  /** The first promise that is broken. */
  broken(network: Network): string | undefined {
    for (const [id, { core, applied }] of network.members) {
      const { role, term, commit } = core.status();
      if (term < (this.#terms.get(id) ?? 0)) return `the term of ${id} went down`;
      if (commit < (this.#commits.get(id) ?? 0)) return `the commit index of ${id} went down`;
      this.#terms.set(id, term);
      this.#commits.set(id, commit);
      const changed = this.#apply(id, applied);
      if (changed !== undefined) return changed;
      if (role === 'StateLeader') {
        const lacking = this.#lead(id, term, (index) => core.termAt(index));
        if (lacking !== undefined) return lacking;
      }
    }
    return undefined;
  }

  #apply(id: number, applied: readonly Entry[]): string | undefined {
    for (const entry of applied.slice(this.#checked.get(id) ?? 0)) {
      const payload = text(entry.data);
      const known = this.committed.get(entry.index);
      if (known === undefined) this.committed.set(entry.index, { term: entry.term, payload });
      else if (known.term !== entry.term || known.payload !== payload) return `entry ${entry.index} of ${id} changed`;
    }
    this.#checked.set(id, applied.length);
    return applied.every(({ index }, at) => index === at + 1) ? undefined : `${id} skipped or repeated an entry`;
  }

  #lead(id: number, term: number, termAt: (index: number) => number | undefined): string | undefined {
    const name = `${id} in life ${this.#lives.get(id) ?? 0}`;
    const leader = this.#leaders.get(term);
    if (leader === name) return undefined;
    if (leader !== undefined) return `term ${term} has two leaders, ${leader} and ${name}`;
    this.#leaders.set(term, name);
    for (const [index, entry] of this.committed) {
      if (termAt(index) !== entry.term) return `leader ${name} of term ${term} lacks committed entry ${index}`;
    }
    return undefined;
  }

  /** Where two durable logs have an entry of one term, they are equal up to it. */
  static mismatch(network: Network): string | undefined {
    const disks = [...network.members].map(([id, { disk }]) => ({ id, entries: disk.entries }));
    for (const a of disks) {
      for (const b of disks) {
        let at = Math.min(a.entries.length, b.entries.length) - 1;
        while (at >= 0 && a.entries[at]?.term !== b.entries[at]?.term) at -= 1;
        for (; at >= 0; at -= 1) {
          const [left, right] = [a.entries[at], b.entries[at]];
          const isSame = left?.term === right?.term && left?.data.toString() === right?.data.toString();
          if (!isSame) return `the logs of ${a.id} and ${b.id} differ at ${at + 1}, below an equal term`;
        }
      }
    }
    return undefined;
  }
}

function crash(network: Network, oracle: Oracle, id: number): void {
  network.member(id).restart();
  oracle.crashed(id);
  // What its own storage had confirmed to the former life dies with it.
  network.wire = network.wire.filter(({ to, from }) => to !== id || (from !== id && !isLocalTarget(from)));
}

/** Delivers, loses or repeats one message, not always the oldest. */
function moveMessage(network: Network, random: Random): void {
  const at = random.below(Math.min(network.wire.length, 8) + 1);
  const message = network.wire[at];
  if (message === undefined) return;
  const isOwn = message.to === message.from || isLocalTarget(message.from);
  // A member's own storage answers in order, once.
  const first = isOwn
    ? network.wire.findIndex(({ to, from }) => to === message.to && (from === to || isLocalTarget(from)))
    : at;
  const chosen = network.wire[first] ?? message;
  const isRepeated = !isOwn && random.below(20) === 0;
  if (!isRepeated) network.wire.splice(first, 1);
  const isLost = network.isLost(chosen) || (!isOwn && random.below(25) === 0);
  if (!isLost) network.core(chosen.to).step(chosen);
}

const ACTIONS = {
  deliver: ({ network, random }) => {
    for (let count = random.below(6); count >= 0; count -= 1) moveMessage(network, random);
  },
  ready: ({ network, random }, id) => network.takeReady(id, random.below(5) > 0),
  write: ({ network }, id) => network.writeOne(id),
  apply: ({ network }, id) => network.applyOne(id),
  read: ({ network }, id) => network.readOne(id),
  tick: ({ network }, id) => network.tick(id),
  propose: ({ network, random }, id) => network.core(id).propose([normal(`${random.uint32()}`)]),
  campaign: ({ network }, id) => network.core(id).campaign(),
  crash: ({ network, oracle }, id) => crash(network, oracle, id),
  cut: ({ network, random }, id) => network.cut(id, pick(random, [...network.members.keys()])),
  heal: ({ network }) => network.heal(),
} as const satisfies Record<string, (cluster: Cluster, id: number) => unknown>;

interface Cluster {
  readonly network: Network;
  readonly oracle: Oracle;
  readonly random: Random;
}

type Action = keyof typeof ACTIONS;

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;

/** Each seed has a mix of its own: slow disks, many elections, few messages, no crashes... */
function drawMix(random: Random): readonly Action[] {
  const between = (low: number, high: number): number => low + random.below(high - low + 1);
  const weights: Record<Action, number> = {
    deliver: between(200, 500),
    ready: between(100, 300),
    write: between(40, 250),
    apply: between(20, 100),
    read: between(20, 60),
    tick: between(5, 60),
    propose: between(20, 100),
    campaign: between(1, 50),
    crash: pick(random, [0, 1, 4, 12]),
    cut: pick(random, [0, 2, 6, 15]),
    heal: between(4, 10),
  };
  return Object.entries(weights).flatMap(([action, weight]) => new Array<Action>(weight).fill(action as Action));
}

function act(cluster: Cluster, mix: readonly Action[]): void {
  const { network, random } = cluster;
  ACTIONS[pick(random, mix)](cluster, pick(random, [...network.members.keys()]));
}

/** The faults stop: within a bounded time there is one leader, and it serves. */
function converge(network: Network, random: Random): string | undefined {
  network.heal();
  const rounds = 400;
  for (let round = 0; round < rounds; round += 1) {
    for (const id of network.members.keys()) network.tick(id);
    network.settle();
    const leaders = [...network.members].filter(([, { core }]) => core.status().role === 'StateLeader');
    const [leader] = leaders;
    if (leader === undefined || leaders.length > 1) continue;
    const payload = `last ${random.uint32()}`;
    leader[1].core.propose([normal(payload)]);
    network.settle();
    const reached = [...network.members.values()].every(
      ({ applied }) => text(applied.at(-1)?.data ?? new Uint8Array()) === payload,
    );
    if (reached) return undefined;
  }
  return `no agreement: ${network.roles().join(' ')} in terms ${network.terms().join(' ')}`;
}

function run(seed: number): string | undefined {
  const random = createRandom(seed);
  const config = {
    preVote: random.below(2) === 0,
    checkQuorum: random.below(2) === 0,
    maxInflightMessages: 1 + random.below(4),
    maxMessageBytes: 20 + random.below(60),
    entryCacheBytes: random.below(3) === 0 ? 0 : 200,
    maxCommittedBytesPerReady: 1 + random.below(200),
    electionTick: 3 + random.below(3),
  };
  const voters = random.below(2) === 0 ? [1, 2, 3] : [1, 2, 3, 4, 5];
  const network = new Network({
    voters,
    learners: random.below(3) === 0 ? [9] : [],
    config: () => ({ ...config, random: random.fork() }),
  });
  const oracle = new Oracle();
  const mix = drawMix(random);
  for (let step = 0; step < STEPS; step += 1) {
    act({ network, oracle, random }, mix);
    const broken = oracle.broken(network) ?? (step % 50 === 0 ? Oracle.mismatch(network) : undefined);
    if (broken !== undefined) return `step ${step}: ${broken}`;
  }
  return converge(network, random) ?? oracle.broken(network) ?? Oracle.mismatch(network);
}

function violation(seed: number): string | undefined {
  try {
    return run(seed);
  } catch (thrown) {
    return String(thrown);
  }
}

test('no promise is broken, whatever is lost, reordered or crashed', (t) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) t.is(violation(seed), undefined, `seed ${seed}`);
});

test('the same seed gives the same cluster', (t) => {
  const trace = (): string => {
    const random = createRandom(7);
    const network = new Network({ voters: [1, 2, 3] });
    const cluster = { network, oracle: new Oracle(), random };
    const mix = drawMix(random);
    const lines: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      act(cluster, mix);
      lines.push(JSON.stringify([network.roles(), network.terms(), network.commits(), network.wire.length]));
    }
    return lines.join('\n');
  };
  t.is(trace(), trace());
});

test('messages that meet a leader of a later term make one of the older step down', (t) => {
  const network = new Network({ voters: [1, 2, 3] });
  network.campaign(1);
  network.isolate(1);
  network.campaign(2);
  network.heal();
  network.tick(2);
  network.settle();
  t.deepEqual(network.roles(), ['Follower', 'Leader', 'Follower']);
  t.is(network.wire.filter(({ type }) => type === MessageType.Vote).length, 0);
});
