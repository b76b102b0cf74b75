/**
 * How fresh a read has to be, and in which form its values come.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { group } from '../runtime/base/proto.js';
import type { RequestOptions } from './requester.js';

export interface ReadOptions extends RequestOptions {
  /**
   * `linearizable`, the default: it sees every write that was acknowledged before it began. `local`: what one node has
   * applied, which is committed but may be old; it costs less and goes on without a leader. It is the first node that
   * answered, or another one when that is lost; `ConnectOptions.discover` says how to read a particular one.
   */
  readonly consistency?: 'linearizable' | 'local' | undefined;
  /** `text`: values of kind JSON come as a `JsonText`, exactly as they are stored; `parsed`, the default: as values. */
  readonly json?: 'parsed' | 'text' | undefined;
}

export function wireConsistency({ consistency = 'linearizable' }: ReadOptions): group.Consistency {
  switch (consistency) {
    case 'linearizable':
      return group.Consistency.LINEARIZABLE;
    case 'local':
      return group.Consistency.LOCAL;
    default:
      throw new QuorateError('ERR_INVALID_REQUEST', `consistency must be linearizable or local, not '${consistency}'`);
  }
}
