/**
 * Between nodes: which messages may cross, as a table. Anything else that comes from a peer is dropped and counted, so a
 * node cannot speak to another's log writers, or give itself orders.
 */
import type { Envelope } from '../../runtime/actor/envelope.js';
import { PORT_KIND } from '../../runtime/actor/routes.js';

const MAY_CROSS: Readonly<Record<string, ReadonlySet<string>>> = {
  group: new Set(['raft', 'propose', 'query', 'status']),
  gateway: new Set(['answers', 'refused']),
};

/** Messages that come back unhandled, and answers to asks, go to who sent them. */
const MAY_RETURN: ReadonlySet<string> = new Set(['gateway', 'group', PORT_KIND]);

export function mayCross({ to, isAnswer, message }: Pick<Envelope, 'to' | 'isAnswer' | 'message'>): boolean {
  if (isAnswer) return MAY_RETURN.has(to.kind);
  return message !== undefined && MAY_CROSS[to.kind]?.has(message.type) === true;
}
