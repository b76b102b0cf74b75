/** A kernel under virtual time with scripted actors, for the tests of this folder. */

import type { Actor, ActorContext, ActorKind, ActorRef, PeerEvent } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import type { Kernel, KernelOptions } from '../../../src/runtime/actor/kernel.js';
import { defineProtocol, type MessageOf, message } from '../../../src/runtime/actor/protocol.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import type { QuorateError } from '../../../src/runtime/base/errors.js';
import { apply, group } from '../../../src/runtime/base/proto.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

const TABLE = {
  tell: message(1, apply.Get, 'droppable'),
  stream: message(2, apply.Get, 'credited'),
  question: message(3, apply.Get, 'ask'),
  reply: message(4, group.GroupStatus, 'ask'),
} as const;

export type TestMessage = MessageOf<typeof TABLE>;
export const testProtocol = defineProtocol('test', TABLE);

type Type = 'tell' | 'stream' | 'question';

/** A message that says `text`. */
export function say(text: string, type: Type = 'tell'): TestMessage {
  return { type, body: { collection: new Uint8Array(0), key: new TextEncoder().encode(text) } };
}

export function textOf(said: { readonly body: object } | undefined): string {
  const { key } = (said?.body ?? {}) as { key?: Uint8Array };
  return new TextDecoder().decode(key);
}

export type Script = Partial<Actor<TestMessage>> & {
  on?(text: string, ctx: ActorContext<TestMessage>, said: TestMessage): void;
};

/** An actor kind whose instances follow a script, made anew at every start. */
export function scripted(kind: string, script: (instance: number, options: object) => Script): ActorKind<TestMessage> {
  return {
    kind,
    protocol: testProtocol,
    create(instance, options) {
      const { on, ...rest } = script(instance, options);
      return { receive: (said, ctx) => on?.(textOf(said), ctx, said), ...rest };
    },
  };
}

export interface World {
  readonly time: VirtualTime;
  readonly kernel: Kernel;
  readonly forwarded: Envelope[][];
  readonly published: { readonly ref: ActorRef; readonly event: PeerEvent }[];
  readonly escalated: { readonly ref: ActorRef; readonly error: QuorateError }[];
}

export function kernelWorld(kinds: readonly ActorKind<TestMessage>[], options: Partial<KernelOptions> = {}): World {
  const time = new VirtualTime();
  const forwarded: Envelope[][] = [];
  const published: World['published'] = [];
  const escalated: World['escalated'] = [];
  const kernel = createKernel({
    node: 1,
    bootBase: 100,
    kinds: kinds as readonly ActorKind[],
    environment: time.environment(7),
    uplink: {
      forward: (envelopes) => forwarded.push([...envelopes]),
      publish: (ref, event) => published.push({ ref, event }),
      escalate: (ref, error) => escalated.push({ ref, error }),
    },
    supervision: SUPERVISION,
    ...options,
  });
  return { time, kernel, forwarded, published, escalated };
}
