/**
 * Inbox of a link: what a frame holds for the actors of this node.
 *
 * Only what the table in `between-nodes.ts` names may cross, only from the peer's own node, and only to this one;
 * anything else is dropped and counted. Bytes that are no envelopes throw `ERR_DECODE`: then the connection is of no use.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import type { Envelope } from '../../runtime/actor/envelope.js';
import { decodeEnvelopes } from '../../runtime/actor/envelope-codec.js';
import type { Routes } from '../../runtime/actor/routes.js';
import type { Body, peer } from '../../runtime/base/proto.js';
import { envelopeOfBeat } from './beats.js';
import { mayCross } from './between-nodes.js';
import { bootHere, isActorBoot } from './boots.js';
import type { PeerLinkMessage } from './protocol.js';

type Frame = Body<peer.Frame.$Properties>;
type Context = ActorContext<PeerLinkMessage>;

/** Hands on what the frame holds; false when that is nothing. */
export function handOn(frame: Frame, processBoot: number, routes: Routes, ctx: Context): boolean {
  const { beats, envelopes } = frame;
  if (beats.length > 0) handOnBeats(beats, ctx);
  if (envelopes.length > 0) {
    for (const envelope of decodeEnvelopes(envelopes, routes)) handOnEnvelope(envelope, processBoot, ctx);
  }
  return beats.length > 0 || envelopes.length > 0;
}

function handOnBeats(beats: Frame['beats'], ctx: Context): void {
  const { node, instance } = ctx.self;
  ctx.metrics.count('beats_in', beats.length);
  for (const beat of beats) ctx.forward(envelopeOfBeat(beat, node, instance));
}

function handOnEnvelope(envelope: Envelope, processBoot: number, ctx: Context): void {
  const { to, from, fromBoot } = envelope;
  if (from.node !== ctx.self.instance || to.node !== ctx.self.node || !isActorBoot(fromBoot) || !mayCross(envelope)) {
    ctx.metrics.count('dropped_foreign');
    return;
  }
  ctx.forward({ ...envelope, fromBoot: bootHere(fromBoot, processBoot) });
}
