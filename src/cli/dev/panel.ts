/**
 * Panel: a block of lines at the end of a terminal that is drawn over itself; remarks go above it.
 */
const UP = (lines: number): string => `\x1b[${lines}A`;
const CLEAR_BELOW = '\x1b[J';

export interface Screen {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export class Panel {
  readonly #screen: Screen;
  #drawn = 0;
  #lines: readonly string[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  show(lines: readonly string[]): void {
    this.#lines = lines;
    this.#screen.write(this.#erased() + this.#block());
  }

  say(text: string): void {
    this.#screen.write(`${this.#erased()}${text}\n${this.#block()}`);
  }

  #erased(): string {
    return this.#drawn === 0 ? '' : `${UP(this.#drawn)}\r${CLEAR_BELOW}`;
  }

  /** A line that wrapped would be two, and throw the next drawing off. */
  #block(): string {
    const width = (this.#screen.columns ?? 80) - 1;
    this.#drawn = this.#lines.length;
    return this.#lines.map((line) => `${line.slice(0, width)}\n`).join('');
  }
}
