/**
 * Routes: the number under which each actor kind travels between threads and nodes, and its protocol.
 *
 * Numbers of kinds that belong to the system are wire format: never reused. Applications register theirs from 1000 up,
 * with the same number on every thread.
 */
import { assert } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import type { Envelope } from './envelope.js';
import type { AnyMessage, Protocol } from './protocol.js';

/** Ports have no protocol: what reaches one is in the protocol of the actor that sent it. */
export const PORT_KIND = 'port';
/** Its instance is a node: it takes what is for actors of that node. */
export const RELAY_KIND = 'peer-link';
export const APPLICATION_ROUTE_MIN = 1000;

const SYSTEM_ROUTES: Readonly<Record<string, number>> = {
  [PORT_KIND]: 1,
  group: 2,
  'log-writer': 3,
  applier: 4,
  gateway: 5,
  [RELAY_KIND]: 6,
  'peer-door': 7,
};

interface Route {
  readonly kind: string;
  readonly number: number;
  readonly protocol: Protocol | undefined;
}

export class Routes {
  readonly #byKind = new Map<string, Route>();
  readonly #byNumber = new Map<number, Route>();

  constructor() {
    this.#add({ kind: PORT_KIND, number: SYSTEM_ROUTES[PORT_KIND] ?? 1, protocol: undefined });
  }

  /** `number` only for kinds of applications; kinds of the system have theirs. */
  register<M extends AnyMessage>(kind: string, protocol: Protocol<M>, number?: number): void {
    const own = SYSTEM_ROUTES[kind];
    assert(own === undefined || number === undefined, 'kinds of the system have their own route number', { kind });
    const chosen = own ?? number ?? 0;
    assert(own !== undefined || chosen >= APPLICATION_ROUTE_MIN, 'application kinds are numbered from 1000 up', {
      kind,
    });
    this.#add({ kind, number: chosen, protocol: protocol as unknown as Protocol });
  }

  has(kind: string): boolean {
    return this.#byKind.has(kind);
  }

  numberOf(kind: string): number {
    return this.#known(this.#byKind.get(kind), kind).number;
  }

  kindOf(number: number): string {
    return this.#known(this.#byNumber.get(number), number).kind;
  }

  /** The protocol of an envelope's message: the receiver's, but the sender's for answers and for ports. */
  protocolOf(envelope: Pick<Envelope, 'to' | 'from' | 'isAnswer'>): Protocol {
    const speaker = envelope.isAnswer || envelope.to.kind === PORT_KIND ? envelope.from.kind : envelope.to.kind;
    const { protocol } = this.#known(this.#byKind.get(speaker), speaker);
    if (protocol === undefined) throw new QuorateError('ERR_DECODE', `a ${speaker} has no messages of its own`);
    return protocol;
  }

  #known(route: Route | undefined, name: string | number): Route {
    if (route === undefined) throw new QuorateError('ERR_DECODE', `no actor kind is registered as ${name}`);
    return route;
  }

  #add(route: Route): void {
    assert(!this.#byKind.has(route.kind), 'a kind is registered once', { kind: route.kind });
    assert(!this.#byNumber.has(route.number), 'route numbers are unique', { number: route.number });
    this.#byKind.set(route.kind, route);
    this.#byNumber.set(route.number, route);
  }
}
