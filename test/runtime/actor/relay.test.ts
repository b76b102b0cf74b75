/** Relays: messages for actors of other nodes, and what comes back of those that cannot be passed on. */
import test from 'ava';
import type { ActorRef } from '../../../src/runtime/actor/actor.js';
import { bounceOf, type Envelope } from '../../../src/runtime/actor/envelope.js';
import { RELAY_KIND } from '../../../src/runtime/actor/routes.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { kernelWorld, say, scripted, textOf } from './kernel-world.js';

const A = { node: 1, kind: 'a', instance: 0 };
const THERE: ActorRef = { node: 2, kind: 'a', instance: 0 };
const RELAY = { node: 1, kind: RELAY_KIND, instance: 2 };
const FAILURE = new QuorateError('ERR_UNREACHABLE', 'not now');

/** `a` sends what it is told to to `a` of node 2 and keeps what comes back; the relay does as the test says. */
function relayWorld(onRelay: (envelope: Envelope, forward: (envelope: Envelope) => void) => void, options = {}) {
  const refused: [string, string][] = [];
  const heard: string[] = [];
  const world = kernelWorld(
    [
      scripted('a', () => ({
        on: (text, ctx, said) => {
          if (ctx.sender?.node === 2) heard.push(text);
          else ctx.send(THERE, say(text, said.type === 'stream' ? 'question' : 'tell'));
        },
        onRefused: (_to, message, error) => refused.push([textOf(message), error.code]),
      })),
      scripted(RELAY_KIND, () => ({ onRelay: (envelope, ctx) => onRelay(envelope, (each) => ctx.forward(each)) })),
    ],
    options,
  );
  world.kernel.spawn('a', 0);
  const port = world.kernel.openPort(1, () => {});
  return { ...world, refused, heard, port };
}

test('what is for an actor of another node goes to the relay of that node, as it was sent', (t) => {
  const relayed: Envelope[] = [];
  const { kernel, port, time, forwarded } = relayWorld((envelope) => relayed.push(envelope));
  kernel.spawn(RELAY_KIND, 2);
  port.send(A, say('x'));
  time.runUntilIdle();
  t.deepEqual(
    relayed.map(({ to, from, message }) => [to, from, textOf(message)]),
    [[THERE, A, 'x']],
  );
  t.true((relayed[0]?.fromBoot ?? 0) > 0);
  t.deepEqual(forwarded, []);
});

test('a relay that is not here is looked for elsewhere', (t) => {
  const { port, time, forwarded } = relayWorld(() => {});
  port.send(A, say('x'));
  time.runUntilIdle();
  t.deepEqual(
    forwarded.flat().map(({ to }) => to),
    [THERE],
  );
});

test('what a relay received is delivered as it came', (t) => {
  const { kernel, port, time, heard } = relayWorld((envelope, forward) => {
    forward({ ...envelope, to: A, from: THERE, fromBoot: 77 });
  });
  kernel.spawn(RELAY_KIND, 2);
  port.send(A, say('x'));
  time.runUntilIdle();
  t.deepEqual(heard, ['x']);
});

test('a relay gives back what it cannot pass on', async (t) => {
  const { kernel, port, time, refused } = relayWorld((envelope, forward) => {
    const bounce = bounceOf(envelope, envelope.message?.type === 'question', FAILURE);
    if (bounce !== undefined) forward(bounce);
  });
  kernel.spawn(RELAY_KIND, 2);
  port.send(A, say('told'));
  port.send(A, say('asked', 'stream'));
  const answer = port.ask(THERE, say('from a port', 'question'), { timeoutMs: 100 });
  time.runFor(10);
  t.deepEqual(refused, [['asked', 'ERR_UNREACHABLE']]);
  await t.throwsAsync(answer, { code: 'ERR_UNREACHABLE' });
});

test('a relay that has crashed or is full gives back asks and drops the rest', async (t) => {
  const limits = { ...DEFAULT_LIMITS, mailboxMessagesMax: 2 };
  const { kernel, port, time, refused } = relayWorld(() => {}, { limits });
  kernel.spawn(RELAY_KIND, 2);
  for (const text of ['1', '2', '3', '4']) port.send(A, say(text, 'stream'));
  time.runUntilIdle();
  t.deepEqual(refused.slice(0, 2), [
    ['3', 'ERR_MAILBOX_FULL'],
    ['4', 'ERR_MAILBOX_FULL'],
  ]);
  kernel.crash(RELAY, FAILURE);
  port.send(A, say('handled'));
  port.send(A, say('6', 'stream'));
  time.runFor(0);
  t.deepEqual(refused.slice(2), [['6', 'ERR_ACTOR_STOPPED']], 'it was in the mailbox of the relay that crashed');
  const answer = port.ask(THERE, say('7', 'question'), { timeoutMs: 100 });
  port.send(A, say('8', 'stream'));
  time.runFor(0);
  t.deepEqual(refused.slice(3), [['8', 'ERR_ACTOR_STOPPED']], 'it waits for its restart');
  await t.throwsAsync(answer, { code: 'ERR_ACTOR_STOPPED' });
});

test('only asks bounce, to the life that asked', (t) => {
  const base = { to: THERE, toBoot: 0, from: A, fromBoot: 9, isAnswer: false, failure: undefined };
  const told: Envelope = { ...base, ask: 0, message: say('x') };
  t.is(bounceOf(told, false, FAILURE), undefined);
  t.like(bounceOf(told, true, FAILURE), { to: A, toBoot: 9, from: THERE, ask: 0, isAnswer: true, failure: FAILURE });
  t.is(textOf(bounceOf(told, true, FAILURE)?.message), 'x');
  t.like(bounceOf({ ...told, ask: 4 }, false, FAILURE), { ask: 4, isAnswer: true, message: undefined });
  t.is(bounceOf({ ...told, isAnswer: true, ask: 4 }, true, FAILURE), undefined);
  t.is(bounceOf({ ...told, message: undefined }, true, FAILURE), undefined);
});
