/**
 * Refusals: how often a listener has said no, by error code. What is counted was answered with that code, or, by whoever
 * takes no answers, would have been.
 */
import { isErrorCode } from '../base/errors.js';

export class Refusals {
  /** As many as there are error codes at most. */
  readonly #byCode = new Map<string, number>();

  count(code: string): void {
    const known = isErrorCode(code) ? code : 'ERR_INVARIANT';
    this.#byCode.set(known, (this.#byCode.get(known) ?? 0) + 1);
  }

  /** In the order of their codes. */
  counts(): readonly (readonly [string, number])[] {
    return [...this.#byCode].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
