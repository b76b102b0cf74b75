/**
 * Who listens to which `AbortSignal`: one listener per signal, however many calls share it, and none once they are
 * settled.
 */
import type { Call } from './call.js';

export class Aborts {
  readonly #abort: (call: Call, reason: unknown) => void;
  readonly #bySignal = new Map<AbortSignal, Set<Call>>();

  constructor(abort: (call: Call, reason: unknown) => void) {
    this.#abort = abort;
  }

  /** The call is aborted with the signal, until it is settled. */
  listen(signal: AbortSignal, call: Call): void {
    const calls = this.#bySignal.get(signal) ?? this.#open(signal);
    calls.add(call);
    call.unlisten = () => {
      calls.delete(call);
      if (calls.size === 0) this.#close(signal);
    };
  }

  #open(signal: AbortSignal): Set<Call> {
    const calls = new Set<Call>();
    this.#bySignal.set(signal, calls);
    signal.addEventListener('abort', this.#onAbort, { once: true });
    return calls;
  }

  #close(signal: AbortSignal): void {
    this.#bySignal.delete(signal);
    signal.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (event: Event): void => {
    const signal = event.target as AbortSignal;
    for (const call of [...(this.#bySignal.get(signal) ?? [])]) this.#abort(call, signal.reason);
  };
}
