/**
 * Roles: how a replica becomes follower, pre-candidate, candidate and leader.
 *
 *                 times out             wins pre-vote            wins
 *    follower ---------------> pre- ----------------> candidate -------> leader
 *       ^                    candidate                    |                |
 *       +------------------------+------------------------+----------------+
 *            hears a leader or a higher term, loses, or is cut off from its quorum
 */
import { assert } from '../../../runtime/base/assert.js';
import { NO_BYTES } from './message.js';
import type { Replica } from './replica.js';
import { appendProposal } from './replication.js';
import { EntryType, NONE } from './types.js';

export function becomeFollower(replica: Replica, term: number, lead: number): void {
  replica.reset(term);
  replica.lead = lead;
  replica.role = 'StateFollower';
  replica.config.log.info(`${replica.name} became follower at term ${replica.term}`);
}

export function becomeCandidate(replica: Replica): void {
  assert(replica.role !== 'StateLeader', 'a leader does not campaign');
  replica.reset(replica.term + 1);
  replica.vote = replica.id;
  replica.role = 'StateCandidate';
  replica.config.log.info(`${replica.name} became candidate at term ${replica.term}`);
}

/** Changes neither term nor vote: asks whether a campaign would succeed. */
export function becomePreCandidate(replica: Replica): void {
  assert(replica.role !== 'StateLeader', 'a leader does not campaign');
  replica.tracker.resetVotes();
  replica.lead = NONE;
  replica.role = 'StatePreCandidate';
  replica.config.log.info(`${replica.name} became pre-candidate at term ${replica.term}`);
}

export function becomeLeader(replica: Replica): void {
  assert(replica.role === 'StateCandidate', 'only a candidate is elected', { role: replica.role });
  replica.reset(replica.term);
  replica.lead = replica.id;
  replica.role = 'StateLeader';
  const self = replica.tracker.of(replica.id);
  assert(self !== undefined, 'a leader is a member');
  self.becomeReplicate();
  self.recentActive = true;
  // Entries of earlier terms are committed only through one of this term (thesis, section 3.6.2).
  const accepted = appendProposal(replica, [{ type: EntryType.Normal, data: NO_BYTES }]);
  assert(accepted, 'an empty entry is never refused');
  replica.config.log.info(`${replica.name} became leader at term ${replica.term}`);
}
