/**
 * Limit rules: which limits must fit into, or be well below, which others. Pure; a configuration that breaks one is refused,
 * because with it something could be asked for and never be done, or would be given up before it can be.
 */
import { QuorateError } from './errors.js';
import type { Limits } from './limits.js';

/** What has to fit into what, with this much around it. */
const WITHIN: readonly (readonly [part: keyof Limits, whole: keyof Limits])[] = [
  ['valueBytesMax', 'frameBytesMax'],
  ['valueBytesMax', 'mailboxBytesMax'],
  ['valueBytesMax', 'uncommittedBytesMax'],
  ['batchBytesMax', 'frameBytesMax'],
  ['batchBytesMax', 'mailboxBytesMax'],
  ['batchBytesMax', 'uncommittedBytesMax'],
  ['batchBytesMax', 'peerOutboxBytesMax'],
  ['scanPageBytesMax', 'frameBytesMax'],
  ['raftMessageEntryBytesMax', 'frameBytesMax'],
  ['peerFrameBytes', 'frameBytesMax'],
  ['peerFrameBytes', 'peerOutboxBytesMax'],
  ['mailboxBytesMax', 'nodeBytesMax'],
];
const AROUND_BYTES = 512 * 1024;

/** How often the first must go into the second, and what would happen otherwise. */
const WELL_BELOW: readonly (readonly [shorter: keyof Limits, longer: keyof Limits, times: number, why: string])[] = [
  ['tickMs', 'heartbeatMs', 1, 'heartbeats are counted in ticks'],
  ['heartbeatMs', 'electionTimeoutMs', 2, 'one late heartbeat would depose a leader'],
  ['peerPingMs', 'peerSilenceMs', 2, 'one late sign of life would end a connection'],
  ['peerChallengeMs', 'peerHelloMs', 2, 'whoever comes under an id that is in use would not hear that'],
  ['peerRedialMsMin', 'peerRedialMsMax', 1, 'pauses grow from the first to the second'],
  ['requestDeadlineMs', 'requestDeadlineMsMax', 1, 'the first is what a request without a deadline is given'],
  ['sessionNewRequestsMs', 'sessionRetriesMs', 1, 'the last new request of a session could not be retried'],
];

/** Throws `ERR_CONFIG` that names both limits and what the first of them can be. */
export function requireFit(limits: Limits): void {
  for (const [part, whole] of WITHIN) {
    if (limits[part] + AROUND_BYTES > limits[whole]) refuse(limits, part, whole, limits[whole] - AROUND_BYTES, '');
  }
  for (const [shorter, longer, times, why] of WELL_BELOW) {
    const most = Math.floor(limits[longer] / times);
    if (limits[shorter] > most) refuse(limits, shorter, longer, most, `: ${why}`);
  }
}

function refuse(limits: Limits, part: keyof Limits, whole: keyof Limits, most: number, why: string): never {
  const what = `${part} is ${limits[part]}, but with ${whole} at ${limits[whole]} it can be ${most} at most`;
  throw new QuorateError('ERR_CONFIG', `limits: ${what}${why}`);
}
