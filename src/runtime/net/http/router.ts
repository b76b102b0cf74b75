/**
 * Routes: which handler a path and a method lead to. Pure.
 *
 * A path is split before it is decoded, so that an encoded slash belongs to its segment; every segment is decoded once.
 */
import { QuorateError } from '../../base/errors.js';
import { postBatch } from './batch.js';
import type { Handler } from './exchange.js';
import { deleteItem, getItem, incrementItem, putItem } from './items.js';
import { listCollections, listItems } from './listing.js';
import { getHealth, getMap, getMetrics, getReadiness, getStatus } from './operations.js';
import { decodePercent } from './query.js';

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
type Methods = Readonly<Partial<Record<Method, Handler>>>;

/** Segments that begin with a colon take anything and give it that name. */
const ROUTES: Readonly<Record<string, Methods>> = {
  '/v1/collections': { GET: listCollections },
  '/v1/collections/:collection/items': { GET: listItems },
  '/v1/collections/:collection/items/:key': { GET: getItem, PUT: putItem, DELETE: deleteItem },
  '/v1/collections/:collection/items/:key/increment': { POST: incrementItem },
  '/v1/collections/:collection/batch': { POST: postBatch },
  '/healthz': { GET: getHealth },
  '/readyz': { GET: getReadiness },
  '/metrics': { GET: getMetrics },
  '/cluster/map': { GET: getMap },
  '/cluster/status': { GET: getStatus },
};

const TABLE = Object.entries(ROUTES).map(([path, methods]) => ({ pattern: path.split('/'), methods }));

export interface Match {
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

/** Throws `ERR_NOT_FOUND`, `ERR_METHOD_NOT_ALLOWED` (its `allow` says which are) or `ERR_INVALID_UTF8`. */
export function route(method: string, path: string): Match {
  const segments = path.split('/');
  const found = TABLE.find(({ pattern }) => matches(pattern, segments));
  if (found === undefined) {
    throw new QuorateError('ERR_NOT_FOUND', `there is no ${path.slice(0, 200)}; data is under /v1/collections`);
  }
  const handler = found.methods[(method === 'HEAD' ? 'GET' : method) as Method];
  if (handler === undefined) {
    const allow = Object.keys(found.methods).flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each]));
    const what = `${path.slice(0, 200)} does not take ${method}; it takes ${allow.join(', ')}`;
    throw new QuorateError('ERR_METHOD_NOT_ALLOWED', what, { details: { allow: allow.join(', ') } });
  }
  const params: Record<string, string> = {};
  found.pattern.forEach((part, at) => {
    if (part.startsWith(':')) params[part.slice(1)] = decodePercent(segments[at] ?? '', 'a segment of the path');
  });
  return { handler, params };
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length && pattern.every((part, at) => part.startsWith(':') || part === segments[at])
  );
}
