/**
 * Refusals: what a group says to requests that it cannot serve now, and where they may be tried instead. None of them has
 * had any effect.
 */
import type { Refusal } from './gateways.js';

export const LOG_DISK_FULL: Refusal = {
  code: 'ERR_STORAGE_FULL',
  message: 'the disk of the log is full; writes are refused until there is room',
  leaderNode: 0,
};

export const TOO_MUCH_UNCOMMITTED: Refusal = {
  code: 'ERR_PROPOSAL_DROPPED',
  message: 'too much is waiting to be replicated, or leadership is being handed over; try again',
  leaderNode: 0,
};

export const TOO_MANY_REQUESTS: Refusal = {
  code: 'ERR_OVERLOADED',
  message: 'too many requests are on their way through this group; try again later',
  leaderNode: 0,
};

export const READ_UNCONFIRMED: Refusal = {
  code: 'ERR_NOT_READY',
  message: 'the read was not confirmed by a majority in time; try again',
  leaderNode: 0,
};

export const STATE_REOPENING: Refusal = {
  code: 'ERR_NOT_READY',
  message: 'the state of this replica is being opened again; try again',
  leaderNode: 0,
};

export const STATE_BEHIND: Refusal = {
  code: 'ERR_NOT_READY',
  message: 'this replica has not applied yet what was committed when it started; try again',
  leaderNode: 0,
};

export function starting(group: number): Refusal {
  return { code: 'ERR_NOT_READY', message: `group ${group} is starting; try again`, leaderNode: 0 };
}

export function stoppedHere(group: number, reason: string): Refusal {
  return { code: 'ERR_GROUP_STOPPED', message: `group ${group} is stopped on this node: ${reason}`, leaderNode: 0 };
}

/** `leaderNode` 0: there is no leader as far as known. */
export function ledElsewhere(group: number, leaderNode: number): Refusal {
  if (leaderNode === 0) {
    return { code: 'ERR_NOT_READY', message: `group ${group} has no leader at the moment; try again`, leaderNode };
  }
  return { code: 'ERR_NOT_LEADER', message: `group ${group} is led by node ${leaderNode}`, leaderNode };
}

/** This replica would have to ask the leader first. */
export function leaderCutOff(group: number, leaderNode: number): Refusal {
  const message = `node ${leaderNode}, which leads group ${group}, cannot be reached from this one; try again`;
  return { code: 'ERR_NOT_READY', message, leaderNode };
}
