/**
 * Dev report: what a development cluster says. On a terminal one line per node that is drawn over itself; elsewhere a line
 * for each change; with `--json` a document for each change.
 */
import type { Output } from '../output.js';
import { formatTable } from '../table.js';
import type { DevNode, DevState } from './dev-node.js';
import type { NodeFigures } from './node-figures.js';
import { Panel, type Screen } from './panel.js';

const MIB = 1024 * 1024;
const COLUMNS = [
  { title: 'node', align: 'right' },
  { title: 'state' },
  { title: 'leads' },
  { title: 'lag', align: 'right' },
  { title: 'memory', align: 'right' },
  { title: 'restarts', align: 'right' },
  { title: 'peers' },
] as const;

export interface Line {
  readonly node: DevNode;
  /** Undefined before it was asked, and while it does not answer. */
  readonly figures: NodeFigures | undefined;
  /** It serves, as far as is known, and has not answered when it was asked. */
  readonly isSilent: boolean;
}

export class DevReport {
  readonly #output: Output;
  readonly #panel: Panel | undefined;
  readonly #told = new Map<number, string>();

  constructor(output: Output, screen: Screen) {
    this.#output = output;
    this.#panel = output.terminal && !output.json ? new Panel(screen) : undefined;
  }

  opened(directory: string, nodes: readonly DevNode[]): void {
    if (this.#output.json) {
      const places = nodes.map(({ place: { args: _, ...place } }) => place);
      this.#output.document({ event: 'opened', directory, nodes: places });
      return;
    }
    const [first] = nodes;
    const address = first?.place.clientAddress ?? '';
    const elsewhere = address === '127.0.0.1:7411' ? '' : ` --address ${address}`;
    const all = nodes.map(({ place }) => place.clientAddress).join(',');
    for (const line of [
      `Quorate: durable, replicated state. ${count(nodes.length, 'node')} on this machine; Ctrl-C stops them.`,
      '',
      `  data and logs  ${directory}`,
      ...nodes.map(({ place: { node, httpAddress, clientAddress, peerAddress } }) => {
        return `  node ${node}         HTTP http://${httpAddress}  clients ${clientAddress}  peers ${peerAddress}`;
      }),
      '',
      `Try it:    npx quorate put fruits apple '{"colour":"red"}'${elsewhere}`,
      `           npx quorate get fruits apple${elsewhere}`,
      `           npx quorate status --address ${all}`,
      '',
    ]) {
      this.#output.line(line);
    }
  }

  /** Everybody serves, for the first time. */
  ready(): void {
    if (this.#output.json) this.#output.document({ event: 'ready' });
    else this.say('all nodes serve');
  }

  say(text: string): void {
    if (this.#panel !== undefined) this.#panel.say(text);
    else if (!this.#output.json) this.#output.line(text);
  }

  died({ place: { node, logFile }, restarts }: DevNode, how: string, pauseMs: number): void {
    if (this.#output.json) this.#output.document({ event: 'died', node, how, pauseMs, restarts });
    else this.say(`node ${node} ${how}; it starts again in ${pauseMs} ms (log: ${logFile})`);
  }

  update(lines: readonly Line[]): void {
    if (this.#panel !== undefined) this.#panel.show(formatTable(COLUMNS, lines.map(row)));
    else for (const line of lines) this.#tellChange(line);
  }

  /** Only what changes seldom: state, and who leads. */
  #tellChange({ node, figures, isSilent }: Line): void {
    const { state, place, pid, restarts } = node;
    const { leads, groups, leaderless, stopped } = figures ?? {};
    const told = JSON.stringify([state, isSilent, leads, leaderless, stopped]);
    if (this.#told.get(place.node) === told) return;
    this.#told.set(place.node, told);
    if (this.#output.json) {
      const facts = {
        event: 'node',
        node: place.node,
        state,
        isSilent,
        pid,
        restarts,
        groups,
        leads,
        leaderless,
        stopped,
      };
      this.#output.document(facts);
      return;
    }
    const leading = figures === undefined ? '' : `, leads ${leads} of ${count(figures.groups, 'group')}`;
    const missing = leaderless === undefined || leaderless === 0 ? '' : `, ${leaderless} without a leader`;
    this.#output.line(`node ${place.node} is ${stateOf(state, isSilent)}${leading}${missing}`);
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function stateOf(state: DevState, isSilent: boolean): string {
  return isSilent ? `${state}, but does not answer` : state;
}

function row({ node, figures, isSilent }: Line): readonly string[] {
  const { place, state, restarts } = node;
  if (figures === undefined) return [`${place.node}`, stateOf(state, isSilent), '', '', '', `${restarts}`, ''];
  const { leads, groups, lag, residentBytes, leaderless, stopped, peersConnected } = figures;
  const trouble = stopped > 0 ? `, ${stopped} stopped` : leaderless > 0 ? `, ${leaderless} leaderless` : '';
  const leading = `${leads} of ${groups}${trouble}`;
  const memory = `${Math.round(residentBytes / MIB)} MiB`;
  const peers = `${peersConnected} connected`;
  return [`${place.node}`, state, leading, `${lag}`, memory, `${restarts}`, peers];
}
