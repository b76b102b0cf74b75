/**
 * Query parameters: decoded once, each known by name, anything else refused. Pure.
 */
import { QuorateError } from '../../base/errors.js';
import { group } from '../../base/proto.js';

/** Throws `ERR_INVALID_UTF8` for percent-encoding that is no well-formed UTF-8. */
export function decodePercent(text: string, what: string): string {
  try {
    return decodeURIComponent(text);
  } catch (thrown) {
    throw new QuorateError('ERR_INVALID_UTF8', `${what} is not percent-encoded UTF-8: '${text.slice(0, 80)}'`, {
      cause: thrown,
    });
  }
}

const invalid = (why: string): QuorateError => new QuorateError('ERR_INVALID_REQUEST', why);

export class Query {
  readonly #values = new Map<string, string>();

  constructor(text: string) {
    for (const pair of text.split('&')) {
      if (pair === '') continue;
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      const decoded = decodePercent(name, 'a query parameter');
      if (this.#values.has(decoded)) throw invalid(`the query parameter '${decoded}' is given twice`);
      this.#values.set(decoded, decodePercent(value.replaceAll('+', ' '), `the query parameter '${decoded}'`));
    }
  }

  /** Refuses what the route does not know: a misspelt condition must not be an unconditional write. */
  allowOnly(...names: readonly string[]): void {
    for (const name of this.#values.keys()) {
      if (!names.includes(name)) {
        const known = names.length === 0 ? 'there are none here' : `known are ${names.join(', ')}`;
        throw invalid(`there is no query parameter '${name}'; ${known}`);
      }
    }
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  wholeNumber(name: string, max: number): number | undefined {
    const value = this.#values.get(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (number <= max) return number;
    throw invalid(`the query parameter '${name}' must be a whole number up to ${max}, not '${value}'`);
  }

  flag(name: string): boolean {
    const value = this.#values.get(name);
    if (value === undefined || value === 'false') return false;
    if (value === 'true' || value === '') return true;
    throw invalid(`the query parameter '${name}' must be true or false, not '${value}'`);
  }

  consistency(): group.Consistency {
    const value = this.#values.get('consistency');
    if (value === undefined || value === 'linearizable') return group.Consistency.LINEARIZABLE;
    if (value === 'local') return group.Consistency.LOCAL;
    throw invalid(`consistency must be linearizable or local, not '${value}'`);
  }
}
