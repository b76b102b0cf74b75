/**
 * How an application gives its actors: a module whose default export is `defineActor(...)`. Every thread of the system
 * imports the module, to speak the protocol; only the actor's own thread calls `create`. So the module must do nothing
 * but define.
 */
import type { ActorKind } from '../actor/actor.js';
import type { AnyMessage } from '../actor/protocol.js';
import { PORT_KIND } from '../actor/routes.js';
import type { SupervisionRow } from '../actor/supervision.js';
import { asQuorateError, QuorateError } from '../base/errors.js';

export interface ActorDefinition<M extends AnyMessage = AnyMessage> extends ActorKind<M> {
  /** When it differs from the default row for applications. */
  readonly supervision?: SupervisionRow;
}

const KIND = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * Checks and returns the definition.
 *
 * @example
 * export default defineActor({ kind: 'counter', protocol, create: (instance, options) => new Counter(options) });
 */
export function defineActor<M extends AnyMessage>(definition: ActorDefinition<M>): ActorDefinition<M> {
  const { kind, protocol } = definition;
  if (!KIND.test(kind) || kind === PORT_KIND) {
    throw new QuorateError(
      'ERR_CONFIG',
      `an actor kind is 1 to 63 of a-z, 0-9 and -, and not '${PORT_KIND}': '${kind}'`,
    );
  }
  if (protocol.name !== kind) {
    throw new QuorateError('ERR_CONFIG', `the protocol of '${kind}' must bear its name, not '${protocol.name}'`);
  }
  return definition;
}

function isDefinition(value: unknown): value is ActorDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, protocol, create } = value as Partial<ActorDefinition>;
  return typeof kind === 'string' && typeof protocol === 'object' && typeof create === 'function';
}

/** Imports an actor module on this thread. */
export async function loadActor(moduleUrl: string): Promise<ActorDefinition> {
  let module: { default?: unknown };
  try {
    module = (await import(moduleUrl)) as { default?: unknown };
  } catch (thrown) {
    throw asQuorateError(thrown, 'ERR_CONFIG');
  }
  if (!isDefinition(module.default)) {
    throw new QuorateError('ERR_CONFIG', `${moduleUrl} does not export a defineActor(...) as its default`);
  }
  return module.default;
}
