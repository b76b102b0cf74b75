/**
 * Turn: hands an actor what was in its mailbox when the turn began, as far as the limits of a turn go, then ends the
 * batch. It throws what the actor throws; what the actor sent lies in the outbox until the kernel lets it leave.
 */
import { QuorateError } from '../base/errors.js';
import type { Cell, Life, Poison } from './cell.js';
import type { Envelope } from './envelope.js';
import type { TurnLimits } from './kernel.js';
import { type MailItem, PeerNotice, Refusal, Relayed, TimerFiring } from './mail.js';
import type { TurnContext, TurnHost } from './turn-context.js';

/** Reading the clock costs as much as handling a small message, so it is read once in this many. */
const CLOCK_INTERVAL_MESSAGES = 8;

/** An actor with this many unanswered asks is refused further ones: it has forgotten to answer. */
const OPEN_ASKS_MAX = 65_536;

export function runTurn(cell: Cell, life: Life, host: TurnHost, limits: TurnLimits, startMs: number): void {
  const { mailbox } = cell;
  const { clock } = host.environment;
  const countMax = Math.min(mailbox.length, limits.turnMessagesMax);
  let bytesLeft = limits.turnBytesMax;
  let count = 0;
  while (count < countMax && bytesLeft > 0) {
    if (count % CLOCK_INTERVAL_MESSAGES === CLOCK_INTERVAL_MESSAGES - 1) {
      if (clock.now() - startMs >= limits.turnMsMax) break;
    }
    bytesLeft -= mailbox.headBytes();
    const item = mailbox.shift();
    if (item === undefined) break;
    count += 1;
    if (cell.poison !== undefined) takePoison(cell, cell.poison, item);
    handle(item, life, host);
  }
  cell.messages += count;
  if (count > cell.batchSizeMax) cell.batchSizeMax = count;
  address(life.context, undefined);
  life.actor.onBatchEnd?.(life.context);
}

function takePoison(cell: Cell, poison: Poison, item: MailItem): void {
  if (poison.type !== undefined && !('message' in item && item.message?.type === poison.type)) return;
  cell.poison = undefined;
  throw poison.error;
}

function handle(item: MailItem, life: Life, host: TurnHost): void {
  const { actor, context } = life;
  if (item instanceof TimerFiring) {
    // Cancelled after it fired, while it waited here.
    if (item.timer === undefined) return;
    life.timers.delete(item.timer.id);
    address(context, undefined);
    actor.receive(item.message, context);
  } else if (item instanceof PeerNotice) {
    address(context, undefined);
    actor.onPeer?.(item.ref, item.event, context);
  } else if (item instanceof Refusal) {
    address(context, undefined);
    actor.onRefused?.(item.to, item.message, item.error, context);
  } else if (item instanceof Relayed) {
    address(context, undefined);
    actor.onRelay?.(item.envelope, context);
  } else if (item.message !== undefined) {
    address(context, item);
    if (item.ask !== 0 && !openAsk(item, life, host)) return;
    actor.receive(item.message, context);
  }
}

function openAsk(envelope: Envelope, life: Life, host: TurnHost): boolean {
  const { from, fromBoot, ask } = envelope;
  if (life.openAsks.size >= OPEN_ASKS_MAX) {
    const failure = new QuorateError('ERR_OVERLOADED', 'the actor has too many unanswered asks; try again later');
    const { self, boot } = life.context;
    host.outbox.push({
      to: from,
      toBoot: fromBoot,
      from: self,
      fromBoot: boot,
      ask,
      isAnswer: true,
      message: undefined,
      failure,
    });
    return false;
  }
  const asker = { from, fromBoot, ask };
  life.openAsks.add(asker);
  life.context.asker = asker;
  return true;
}

function address(context: TurnContext, envelope: Envelope | undefined): void {
  context.sender = envelope?.from;
  context.senderBoot = envelope?.fromBoot ?? 0;
  context.asker = undefined;
}
