/** A context for parts of actors that are tested without a kernel: what they send is kept, time stands still. */
import type { ActorContext, ActorRef } from '../../src/runtime/actor/actor.js';
import type { AnyMessage } from '../../src/runtime/actor/protocol.js';
import { createRandom } from '../../src/runtime/base/random.js';

export interface SentMessage {
  readonly to: ActorRef;
  readonly message: AnyMessage;
  readonly boot: number;
}

export interface FakeContext extends ActorContext {
  nowMs: number;
  readonly sent: SentMessage[];
}

const nothing = (): void => {};

export function fakeContext(self: ActorRef, boot = 1): FakeContext {
  const sent: SentMessage[] = [];
  const refusal = (): never => {
    throw new Error('not a part of this test');
  };
  const context: FakeContext = {
    self,
    boot,
    sender: undefined,
    senderBoot: 0,
    asker: undefined,
    nowMs: 1_000,
    sent,
    send: (to, message, toBoot = 0) => {
      sent.push({ to, message, boot: toBoot });
    },
    forward: refusal,
    answer: refusal,
    refuse: refusal,
    after: () => 0,
    cancel: nothing,
    now: () => context.nowMs,
    random: () => createRandom(1),
    spawn: refusal,
    stop: refusal,
    watch: nothing,
    unwatch: nothing,
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    metrics: { count: nothing, gauge: nothing, observe: nothing },
  };
  return context;
}
