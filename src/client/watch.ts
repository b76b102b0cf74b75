/**
 * The watch: finds nodes that keep their connection and say nothing, such as a stopped process or a cut wire.
 *
 * While answers are owed it looks in rounds. A node that was quiet in two of them is asked for the map, which a healthy
 * one answers at once whatever its groups are doing; one that is still quiet after four is silent. Silence only ever moves
 * requests elsewhere. In the end the connection is cut, so that another one can be tried.
 */
import { QuorateError } from '../runtime/base/errors.js';
import type { Link } from './link.js';

const ASK_ROUNDS = 2;
const SILENT_ROUNDS = 4;
const CUT_ROUNDS = 24;

export interface WatchOptions {
  readonly links: () => Iterable<Link>;
  readonly roundMs: number;
  /** In every round that finds the node silent. */
  readonly silent: (link: Link) => void;
}

export class Watch {
  readonly #options: WatchOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Something was sent. */
  start(): void {
    if (this.#timer !== undefined) return;
    // What has arrived is read before the round, also when this process itself was held up.
    this.#timer = setTimeout(() => setImmediate(() => this.#round()), this.#options.roundMs).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #round(): void {
    this.#timer = undefined;
    let isOwed = false;
    for (const link of [...this.#options.links()]) {
      if (!link.owesAnswers) {
        link.quietRounds = 0;
        continue;
      }
      isOwed = true;
      link.quietRounds += 1;
      this.#judge(link);
    }
    if (isOwed) this.start();
  }

  #judge(link: Link): void {
    if (link.quietRounds >= CUT_ROUNDS) {
      const silentMs = CUT_ROUNDS * this.#options.roundMs;
      link.cut(new QuorateError('ERR_CONNECTION_LOST', `the node was silent for ${silentMs} ms`));
    } else if (link.quietRounds >= SILENT_ROUNDS) {
      link.isSilent = true;
      this.#options.silent(link);
    } else if (link.quietRounds === ASK_ROUNDS) {
      link.askForMap();
    }
  }
}
