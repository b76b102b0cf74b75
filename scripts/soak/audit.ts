/**
 * Audits of a cluster whose writers stand still: every node has applied the same, each node's own view is the same, and
 * it is what was acknowledged; nothing that clients were told of shared keys needs another explanation than one store.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../src/client/client.js';
import type { GroupReport, NodeStatus } from '../../src/runtime/node/status.js';
import { checkLinearizable } from '../../src/runtime/sim/linearizability.js';
import type { Ledger } from './ledger.js';
import { COUNTERS, ITEMS } from './writers.js';

const CONVERGE_MS_MAX = 60_000;
const POLL_MS = 50;
const READ_TIMEOUT_MS = 30_000;
const DIFFERENCES_MAX = 5;

export interface AuditedNode {
  readonly address: string;
  readonly httpAddress: string;
}

/** Each item's value and revision, by collection and key. */
type View = ReadonlyMap<string, string>;

async function groupsOf({ httpAddress }: AuditedNode): Promise<readonly GroupReport[]> {
  const response = await fetch(`http://${httpAddress}/cluster/status`);
  return ((await response.json()) as NodeStatus).groups;
}

/** Resolves when every node has applied the same of every group; says what differs when that takes too long. */
export async function converge(nodes: readonly AuditedNode[]): Promise<string | undefined> {
  let last = '';
  for (const giveUpMs = performance.now() + CONVERGE_MS_MAX; performance.now() < giveUpMs; await pause(POLL_MS)) {
    try {
      const reports = await Promise.all(nodes.map(groupsOf));
      const applied = reports.map((groups) => groups.map((report) => `${report.group}: ${report.applied}`).join(', '));
      const isSettled = reports.flat().every(({ commit, applied: done, leader }) => leader !== 0 && commit === done);
      last = applied.join(' | ');
      if (isSettled && new Set(applied).size === 1) return undefined;
    } catch (thrown) {
      last = String(thrown);
    }
  }
  return `the nodes did not come to the same within ${CONVERGE_MS_MAX} ms: ${last}`;
}

/** What one node says by itself. */
async function localView(node: AuditedNode): Promise<View> {
  await using client = await connect(node.address, { timeoutMs: READ_TIMEOUT_MS, discover: false });
  const view = new Map<string, string>();
  for (const name of [ITEMS, COUNTERS]) {
    for await (const { key, value, revision } of client.collection(name).scan({ consistency: 'local' })) {
      view.set(`${name}/${key}`, `${JSON.stringify(value)} at ${revision}`);
    }
  }
  return view;
}

function differences(a: View, b: View): readonly string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => a.get(key) !== b.get(key)).map((key) => `${key}: ${a.get(key)} and ${b.get(key)}`);
}

/** Acknowledged puts and increments that the view does not show exactly. */
function missing(view: View, { puts, counts }: Ledger): readonly string[] {
  const valueIn = (name: string): string | undefined => view.get(name)?.split(' at ')[0];
  const expected = [
    ...[...puts].map(([key, n]) => [`${ITEMS}/${key}`, n] as const),
    ...[...counts].map(([counter, n]) => [`${COUNTERS}/${counter}`, n] as const),
  ];
  return expected
    .filter(([name, n]) => valueIn(name) !== String(n))
    .map(([name, n]) => `${name} was acknowledged as ${n} and is ${valueIn(name)}`);
}

/** Notes every problem in the ledger. The writers must stand still, and every node must be up. */
export async function audit(nodes: readonly AuditedNode[], ledger: Ledger): Promise<void> {
  const difference = await converge(nodes);
  if (difference !== undefined) {
    ledger.problem(difference);
    return;
  }
  const [first, ...others] = await Promise.all(nodes.map(localView));
  if (first === undefined) return;
  for (const what of missing(first, ledger).slice(0, DIFFERENCES_MAX)) ledger.problem(what);
  for (const [i, other] of others.entries()) {
    for (const what of differences(first, other).slice(0, DIFFERENCES_MAX)) {
      ledger.problem(`node 1 and node ${i + 2} differ: ${what}`);
    }
  }
  const verdict = checkLinearizable(ledger.takeHistory());
  if (verdict.kind !== 'linearizable') ledger.problem(`${verdict.kind} of ${verdict.key}: ${verdict.what}`);
}
