/** The actor at the other end of the link benchmark: sends every ask back. */
import {
  type Actor,
  type ActorContext,
  defineActor,
  defineProtocol,
  type MessageOf,
  message,
} from '../../../src/index.js';
import { group } from '../../../src/runtime/base/proto.js';

const TABLE = { ball: message(1, group.Propose, 'ask') } as const;
export type EchoMessage = MessageOf<typeof TABLE>;

class Echo implements Actor<EchoMessage> {
  receive(ball: EchoMessage, ctx: ActorContext<EchoMessage>): void {
    if (ctx.asker !== undefined) ctx.answer(ctx.asker, ball);
  }
}

export default defineActor<EchoMessage>({
  kind: 'echo',
  protocol: defineProtocol('echo', TABLE),
  create: () => new Echo(),
});
