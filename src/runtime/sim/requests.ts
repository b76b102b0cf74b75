/**
 * Requests: what clients have sent to gateways, until it is answered. Every request is answered once, and one that
 * reached a gateway that lived on is answered by its deadline: anything else is reported.
 */
import type { Envelope } from '../actor/envelope.js';
import type { Body, client } from '../base/proto.js';
import type { SimulatedNode } from './node.js';
import type { VirtualTime } from './virtual-time.js';

export type Request = Body<client.Request.$Properties>;
export type Response = Body<client.Response.$Properties>;
/** `returned`: the gateway never had it. */
export type OnResponse = (response: Response | 'returned') => void;

/** A gateway that is not standing still has taken a request by then: from there its deadline counts. */
const TAKEN_MS = 1;
/** How long after its deadline a request may still be answered; and for timers that are due together, once more. */
const GRACE_MS = 150;
const TURN_MS = 50;

export interface RequestsOptions {
  readonly time: VirtualTime;
  readonly report: (what: string) => void;
  /** What a client is told instead. */
  readonly rewrite: (response: Response) => Response;
}

export class Requests {
  readonly #options: RequestsOptions;
  readonly #waiting = new Map<number, OnResponse>();
  #nextId = 1;
  /** Deadlines that were looked at. */
  checked = 0;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /** False when nobody is there to take it. */
  ask(node: SimulatedNode, request: Omit<Request, 'id'>, onResponse: OnResponse): boolean {
    const id = this.#nextId;
    this.#nextId += 1;
    const body: Request = { ...request, id };
    const isSent = node.request((port, gateway) => {
      this.#expectAnswer(node, id, request.deadlineMs);
      port.send(gateway, { type: 'request', body });
    });
    if (isSent) this.#waiting.set(id, onResponse);
    return isSent;
  }

  /** What a node's client port has received. */
  received(envelopes: readonly Envelope[]): void {
    for (const { message, failure } of envelopes) {
      if (message?.type === 'responses') {
        for (const response of (message.body as Body<client.Responses.$Properties>).responses) {
          this.#answered(response.id, this.#options.rewrite(response));
        }
      } else if (message?.type === 'request' && failure !== undefined) {
        this.#answered((message.body as Request).id, 'returned');
      }
    }
  }

  #answered(id: number, response: Response | 'returned'): void {
    const onResponse = this.#waiting.get(id);
    if (onResponse === undefined) this.#options.report(`request ${id} was answered twice`);
    this.#waiting.delete(id);
    onResponse?.(response);
  }

  #expectAnswer(node: SimulatedNode, id: number, deadlineMs: number): void {
    const { time, report } = this.#options;
    const { gatewayLife } = node;
    const check = () => {
      this.checked += 1;
      if (this.#waiting.has(id) && node.gatewayLife === gatewayLife) {
        report(`request ${id} was not answered by its deadline, though the gateway of node ${node.id} lived on`);
      }
    };
    const later = (ms: number, run: () => void) => node.whenGatewayIsFree(time.now() + ms, run);
    later(TAKEN_MS, () => later(deadlineMs + GRACE_MS, () => later(TURN_MS, check)));
  }
}
