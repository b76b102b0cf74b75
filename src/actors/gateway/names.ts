/**
 * Names: the writes under way whose clients named them in a session, by name, so that a retry that comes meanwhile over
 * another connection is recognised. The log recognises it as well: whatever escapes this table does no harm.
 */
import type { Call } from './call.js';
import type { WriteName } from './sessions.js';

const SERIALS = 2 ** 32;
const SEQUENCES = 2 ** 21;

/** Two names may share one; only the first of them is kept then. */
function keyOf({ sessionSerial, sequence }: WriteName): number {
  return (sessionSerial % SERIALS) * SEQUENCES + (sequence % SEQUENCES);
}

function isSame(a: WriteName, b: WriteName): boolean {
  return a.sequence === b.sequence && a.sessionSerial === b.sessionSerial && a.sessionStampMs === b.sessionStampMs;
}

function nameOf({ work }: Call): WriteName | undefined {
  return work.kind === 'write' ? work.name : undefined;
}

export class Names {
  readonly #calls = new Map<number, Call>();

  find(name: WriteName): Call | undefined {
    const call = this.#calls.get(keyOf(name));
    const known = call === undefined ? undefined : nameOf(call);
    return known !== undefined && isSame(known, name) ? call : undefined;
  }

  add(call: Call): void {
    const name = nameOf(call);
    if (name === undefined) return;
    const key = keyOf(name);
    if (!this.#calls.has(key)) this.#calls.set(key, call);
  }

  delete(call: Call): void {
    const name = nameOf(call);
    if (name === undefined) return;
    const key = keyOf(name);
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}
