/** A gate that workers pass before each piece of work, so that they can all be held between two pieces. */
export class Gate {
  readonly #workers: number;
  #held = 0;
  #ended = 0;
  #isClosed = false;
  #open: (() => void)[] = [];
  #quiet: (() => void) | undefined;

  constructor(workers: number) {
    this.#workers = workers;
  }

  /** Resolves when the worker may go on. */
  async pass(): Promise<void> {
    if (!this.#isClosed) return;
    this.#held += 1;
    const opened = new Promise<void>((go) => this.#open.push(go));
    this.#tellQuiet();
    await opened;
  }

  /** The worker passes no more. */
  end(): void {
    this.#ended += 1;
    this.#tellQuiet();
  }

  /** Resolves when every worker stands at the gate. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await new Promise<void>((quiet) => {
      this.#quiet = quiet;
      this.#tellQuiet();
    });
  }

  open(): void {
    this.#isClosed = false;
    this.#held = 0;
    for (const go of this.#open.splice(0)) go();
  }

  #tellQuiet(): void {
    if (this.#isClosed && this.#held + this.#ended >= this.#workers) this.#quiet?.();
  }
}
