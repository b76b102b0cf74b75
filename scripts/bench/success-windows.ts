/**
 * Windows without success: the longest time between two consecutive successes of anybody, over all and by name, among the
 * times that end after a fault. A window that has not ended yet counts up to now.
 */
export class SuccessWindows {
  readonly #lastMs = new Map<string, number>();
  readonly #longestMs = new Map<string, number>();
  #faultAtMs: number | undefined;

  /** From now on windows count, each from its beginning, even if that was before the fault. */
  fault(nowMs: number): void {
    this.#faultAtMs = nowMs;
    this.#longestMs.clear();
  }

  /** Successes of one name, among them `all` for those of anybody. */
  succeeded(name: string, nowMs: number): void {
    this.#note(name, nowMs);
    this.#note(ANYBODY, nowMs);
  }

  /** The longest so far, by name. */
  longestMs(nowMs: number): { readonly ofAll: number; readonly byName: ReadonlyMap<string, number> } {
    const byName = new Map([...this.#lastMs].map(([name, lastMs]) => [name, this.#longest(name, nowMs - lastMs)]));
    const ofAll = byName.get(ANYBODY) ?? 0;
    byName.delete(ANYBODY);
    return { ofAll, byName };
  }

  /** How many names have succeeded since the fault. */
  get recovered(): number {
    const faultAtMs = this.#faultAtMs ?? 0;
    return [...this.#lastMs].filter(([name, lastMs]) => name !== ANYBODY && lastMs > faultAtMs).length;
  }

  #note(name: string, nowMs: number): void {
    const lastMs = this.#lastMs.get(name);
    this.#lastMs.set(name, nowMs);
    if (lastMs === undefined || this.#faultAtMs === undefined) return;
    this.#longestMs.set(name, this.#longest(name, nowMs - lastMs));
  }

  #longest(name: string, windowMs: number): number {
    return Math.max(this.#longestMs.get(name) ?? 0, windowMs);
  }
}

const ANYBODY = '';
