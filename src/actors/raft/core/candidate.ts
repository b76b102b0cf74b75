/**
 * Candidate and pre-candidate: what they make of a message of their term. Reads and requests to forget a leader they
 * ignore: there is none.
 */
import { countVote } from './election.js';
import { acceptAppend, acceptHeartbeat } from './follower.js';
import type { Replica } from './replica.js';
import { becomeFollower } from './roles.js';
import { type Message, MessageType } from './types.js';

export function stepCandidate(replica: Replica, message: Message): 'ok' | 'dropped' {
  // The answer to a pre-vote may come when the campaign itself has begun; it is no vote.
  const expected = replica.role === 'StatePreCandidate' ? MessageType.PreVoteResp : MessageType.VoteResp;
  switch (message.type) {
    case MessageType.Prop:
      replica.config.log.info(`${replica.name} no leader at term ${replica.term}; dropping proposal`);
      return 'dropped';
    case MessageType.App:
      becomeFollower(replica, message.term, message.from);
      acceptAppend(replica, message);
      return 'ok';
    case MessageType.Heartbeat:
      becomeFollower(replica, message.term, message.from);
      acceptHeartbeat(replica, message);
      return 'ok';
    default:
      if (message.type === expected) countVote(replica, message);
      return 'ok';
  }
}
