/**
 * Answers: what a turn of the gateway has for each port, sent as one message per port at the turn's end.
 */
import type { ActorRef } from '../../runtime/actor/actor.js';
import { sameRef } from '../../runtime/actor/actor.js';
import type { QuorateError } from '../../runtime/base/errors.js';
import { failureOf } from '../../runtime/base/failures.js';
import type { Body, client } from '../../runtime/base/proto.js';
import type { Context, LeaderHint, Result } from './call.js';
import type { Items } from './merge.js';
import type { GatewayMessage } from './protocol.js';
import type { SessionName } from './sessions.js';

type Response = Body<client.Response.$Properties>;
type ClusterMap = Body<client.ClusterMap.$Properties>;

interface Outbox {
  readonly port: ActorRef;
  readonly portBoot: number;
  responses: Response[];
}

export class Answers {
  /** A node has a handful of ports: its listeners, and callers in its own process. */
  readonly #outboxes: Outbox[] = [];

  /** Where answers to this port are collected. */
  outboxOf(port: ActorRef, portBoot: number): Outbox {
    for (const outbox of this.#outboxes) {
      if (outbox.port === port && outbox.portBoot === portBoot) return outbox;
    }
    const known = this.#outboxes.find((outbox) => outbox.portBoot === portBoot && sameRef(outbox.port, port));
    if (known !== undefined) return known;
    const opened: Outbox = { port, portBoot, responses: [] };
    this.#outboxes.push(opened);
    return opened;
  }

  flush(ctx: Context): void {
    for (const { port, portBoot, responses } of this.#outboxes) {
      if (responses.length === 0) continue;
      const message: GatewayMessage = { type: 'responses', body: { responses } };
      ctx.send(port, message, portBoot);
    }
    for (const outbox of this.#outboxes) outbox.responses = [];
  }
}

/** Answers one request, once. */
export class Reply {
  readonly #outbox: Outbox;
  readonly #id: number;

  constructor(outbox: Outbox, id: number) {
    this.#outbox = outbox;
    this.#id = id;
  }

  /** `leader`: where the group's next request is better sent. */
  result(result: Result, leader: LeaderHint | undefined): void {
    this.#outbox.responses.push({ id: this.#id, result, leader });
  }

  items(items: Items, leader?: LeaderHint): void {
    this.#outbox.responses.push({ id: this.#id, items, leader });
  }

  map(map: ClusterMap): void {
    this.#outbox.responses.push({ id: this.#id, map });
  }

  session(session: SessionName): void {
    this.#outbox.responses.push({ id: this.#id, session });
  }

  failed(error: QuorateError): void {
    this.#outbox.responses.push({ id: this.#id, failure: failureOf(error) });
  }
}
