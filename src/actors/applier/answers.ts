/**
 * Answers: collects what a turn has to say to gateways and sends it as few messages: one for each gateway and turn, and
 * another one whenever the answers so far would make a large frame.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import type { apply, Body } from '../../runtime/base/proto.js';
import type { GatewayMessage } from '../gateway/protocol.js';
import type { ApplierMessage } from './protocol.js';

type Answer = Body<apply.Answer.$Properties>;

/** Whom an answer goes to: a boot of a gateway. */
export interface GatewayAddress {
  readonly node: number;
  readonly gateway: number;
  readonly gatewayBoot: number;
}

interface Parcel {
  readonly to: GatewayAddress;
  answers: Answer[];
  bytes: number;
}

const PARCEL_BYTES_MAX = 1024 * 1024;

export class Answers {
  readonly #group: number;
  readonly #parcels: Parcel[] = [];

  constructor(group: number) {
    this.#group = group;
  }

  /** `bytes`: roughly what the answer weighs when it is large, else 0. */
  add(to: GatewayAddress, answer: Answer, bytes: number, ctx: ActorContext<ApplierMessage>): void {
    let parcel = this.#parcels.find((each) => isSame(each.to, to));
    if (parcel === undefined) {
      const { node, gateway, gatewayBoot } = to;
      parcel = { to: { node, gateway, gatewayBoot }, answers: [], bytes: 0 };
      this.#parcels.push(parcel);
    }
    parcel.answers.push(answer);
    parcel.bytes += bytes;
    if (parcel.bytes >= PARCEL_BYTES_MAX) this.#sendParcel(parcel, ctx);
  }

  send(ctx: ActorContext<ApplierMessage>): void {
    for (const parcel of this.#parcels) if (parcel.answers.length > 0) this.#sendParcel(parcel, ctx);
    this.#parcels.length = 0;
  }

  #sendParcel(parcel: Parcel, ctx: ActorContext<ApplierMessage>): void {
    const { node, gateway, gatewayBoot } = parcel.to;
    const to: ActorRef<GatewayMessage> = { node, kind: 'gateway', instance: gateway };
    ctx.send(to, { type: 'answers', body: { group: this.#group, answers: parcel.answers } }, gatewayBoot);
    parcel.answers = [];
    parcel.bytes = 0;
  }
}

const isSame = (a: GatewayAddress, b: GatewayAddress): boolean =>
  a.gateway === b.gateway && a.node === b.node && a.gatewayBoot === b.gatewayBoot;
