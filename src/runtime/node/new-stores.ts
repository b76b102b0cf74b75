/**
 * New stores: what a data directory holds when its node has never run.
 *
 * All replicas of a group begin with the same state: made by nobody in particular, at index 1 of term 1. So nothing in
 * it may come from this node, its clock or chance.
 */
import { randomBytes } from 'node:crypto';
import { APPLY_VERSION } from '../../actors/applier/state-machine.js';
import { present } from '../base/assert.js';
import { ZERO_HASH } from '../base/hash.js';
import type { NodeStorage } from '../base/node-storage.js';
import { METADATA_GROUP } from '../base/topology.js';
import { METADATA_VSHARD } from '../base/vshard.js';
import { stateFileName } from '../storage/storage.js';
import { localReplicas, type NodeIdentity, slotsOf, volumeOf } from './identity.js';

/** A new group's log begins after this entry, which stands for its initial state. */
const INITIAL = { index: 1, term: 1 } as const;

/** The state of every replica that this node has, and the volumes that hold their logs. */
export function makeStores(storage: NodeStorage, identity: NodeIdentity): void {
  const { clusterId, nodeId, volumes } = identity;
  const slots = slotsOf(identity);
  const replicas = localReplicas(identity);
  const instanceIds = Array.from({ length: volumes }, () => randomBytes(16).toString('hex'));
  for (const { group, replica, members } of replicas) {
    const owned = group === METADATA_GROUP ? [METADATA_VSHARD] : (slots.get(group) ?? []);
    const voters = members.map((member) => member.replica).sort((a, b) => a - b);
    const meta = {
      volumeInstanceId: present(instanceIds[volumeOf(group, volumes)], `the volume of group ${group}`),
      group,
      replica,
      flushedIndex: INITIAL.index,
      flushedTerm: INITIAL.term,
      membership: { voters, learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false },
      membershipIndex: INITIAL.index,
      logClockMs: 0,
      stateHash: ZERO_HASH,
      applyVersion: APPLY_VERSION,
      ownedVshards: owned,
      mapVersion: 1,
    };
    const vshards = owned.map((vshard) => ({ vshard, revision: 0 }));
    storage.createState(stateFileName(group, replica), meta, vshards);
  }
  for (const [volume, instanceId] of instanceIds.entries()) {
    const here = replicas.filter(({ group }) => volumeOf(group, volumes) === volume);
    storage.createLog(
      { clusterId, nodeId, volume, instanceId },
      here.map(({ group, replica }) => ({
        group,
        replica,
        stateFile: stateFileName(group, replica),
        initial: INITIAL,
      })),
    );
  }
}
