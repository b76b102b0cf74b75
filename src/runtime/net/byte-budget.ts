/** Byte budget: what several parties may hold together of something that has not arrived whole yet. */
import { QuorateError } from '../base/errors.js';

export class ByteBudget {
  readonly #bytesMax: number;
  readonly #what: string;
  #bytes = 0;

  /** `what` is being read, in the words of the refusal. */
  constructor(bytesMax: number, what: string) {
    this.#bytesMax = bytesMax;
    this.#what = what;
  }

  /** Throws `ERR_OVERLOADED`, and takes nothing, when there is no more. */
  take(bytes: number): void {
    if (this.#bytes + bytes > this.#bytesMax) {
      throw new QuorateError('ERR_OVERLOADED', `too many ${this.#what} are being read; retry after a pause`);
    }
    this.#bytes += bytes;
  }

  give(bytes: number): void {
    this.#bytes -= bytes;
  }
}
