/** Mailbox: one message sent, routed, queued and received within a thread, by how many share a turn. */
import type { Actor, ActorKind } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Environment } from '../../../src/runtime/actor/kernel.js';
import { defineProtocol, type MessageOf, message } from '../../../src/runtime/actor/protocol.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { group } from '../../../src/runtime/base/proto.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { createBench, print, rowsOf } from './report.js';

const TABLE = { ball: message(1, group.Propose, 'credited') } as const;
type Ball = MessageOf<typeof TABLE>;
const protocol = defineProtocol('player', TABLE);

/** Sends every ball back to the other player; `served` balls are in the air at once. */
class Player implements Actor<Ball> {
  receive(ball: Ball, ctx: Parameters<Actor<Ball>['receive']>[1]): void {
    if (ctx.sender !== undefined) ctx.send(ctx.sender, ball);
  }
}

const player: ActorKind<Ball> = { kind: 'player', protocol, create: () => new Player() };
const nothing = (): void => undefined;

/** A kernel whose rounds run when this says so. */
function court(served: number): { run: (rounds: number) => void } {
  const scheduled: (() => void)[] = [];
  let timeMs = 0;
  const environment: Environment = {
    clock: { now: () => timeMs },
    random: createRandom(1),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    schedule: (run) => void scheduled.push(run),
    setTimer: nothing,
    clearTimer: nothing,
  };
  const kernel = createKernel({
    node: 1,
    bootBase: 0,
    kinds: [player as unknown as ActorKind],
    environment,
    uplink: { forward: nothing, publish: nothing, escalate: nothing },
    supervision: SUPERVISION,
  });
  const ada = { node: 1, kind: 'player', instance: 1 };
  const ben = { node: 1, kind: 'player', instance: 2 };
  for (const { instance } of [ada, ben]) kernel.spawn('player', instance);
  const body = { request: 1, command: new Uint8Array(256) };
  kernel.deliver(
    Array.from({ length: served }, () => ({
      to: ada,
      toBoot: 0,
      from: ben,
      fromBoot: 0,
      ask: 0,
      isAnswer: false,
      message: { type: 'ball', body },
      failure: undefined,
    })),
  );
  return {
    run(rounds) {
      for (let round = 0; round < rounds; round += 1) {
        timeMs += 1;
        scheduled.shift()?.();
      }
    },
  };
}

const bench = createBench();
const ROUNDS = 100;
const SERVED = [1, 16, 64, 256];
for (const served of SERVED) {
  const { run } = court(served);
  bench.add(`${served} per turn`, () => run(ROUNDS));
}
await bench.run();
print(
  'send + turn + receive within a thread',
  rowsOf(bench, 'message', (name) => Number.parseInt(name, 10) * ROUNDS),
);
