/**
 * Format: every constant that the bytes on disk depend on, by name. Each file keeps the list it was written with and its
 * hash; a program whose list differs refuses the file and says which constant it is.
 *
 * Functions whose values are stored stand in the list with a sample of what they yield, so that changing one of them is
 * noticed even when nobody thought of the format. Format 1 is frozen: whatever changes the list, a table that is added
 * included, is a new format (see `docs/disk-format.md`).
 */
import { byteKeyOfText } from '../base/byte-key.js';
import { chainEntry } from '../base/entry-chain.js';
import { QuorateError } from '../base/errors.js';
import { formatHash, Hasher } from '../base/hash.js';
import { rowHash } from '../base/row-hash.js';
import { sessionTagOf } from '../base/session-tag.js';
import { membersOf } from '../base/topology.js';
import { rendezvousMap, VSHARD_COUNT, vshardOf } from '../base/vshard.js';
import { LOG_ROW_FORMAT } from './log-row.js';
import { recordCrc } from './record-crc.js';
import { STATE_SCHEMA } from './state-schema.js';
import { VOLUME_SCHEMA } from './volume-schema.js';

export const FORMAT_VERSION = 1;

/** In the SQLite header of a file: what kind of file of ours it is. */
export const APPLICATION_IDS = { volume: 0x51_4c_4f_47, state: 0x51_53_54_41 } as const;
export type FileKind = keyof typeof APPLICATION_IDS;

export type Format = Readonly<Record<string, string | number>>;

const textHash = (text: string): string => formatHash(new Hasher().byteString(text).digest());

const SAMPLE_KEY = byteKeyOfText('{sample}key');
const SAMPLE_GROUP = 6;
const SAMPLE_BYTES = new Uint8Array([1, 2, 3, 4, 5]);

export const FORMAT: Format = {
  version: FORMAT_VERSION,
  entryChain: chainEntry(9, 8, 7, { index: 6, term: 5, type: 1, data: SAMPLE_BYTES }),
  entryTypes: 'normal=0 confChange=1 confChangeV2=2',
  itemKinds: 'bytes=0 json=1 integer=2',
  groupMembers: JSON.stringify(membersOf(SAMPLE_GROUP, [1, 2, 3, 4, 5], 3)),
  logRow: LOG_ROW_FORMAT,
  recordCrc: recordCrc([1, 'text', SAMPLE_BYTES]),
  rowHash: formatHash(
    rowHash({
      vshard: 1,
      collection: SAMPLE_KEY,
      key: SAMPLE_KEY,
      kind: 2,
      value: SAMPLE_BYTES,
      revision: 3,
      expiresAtMs: 4,
    }),
  ),
  sessionTag: sessionTagOf('sample'),
  slotOwners: textHash(JSON.stringify(rendezvousMap([2, 3, 4, 5]))),
  stateTables: textHash(STATE_SCHEMA),
  volumeTables: textHash(VOLUME_SCHEMA),
  vshardCount: VSHARD_COUNT,
  vshardOf: vshardOf(SAMPLE_KEY, SAMPLE_KEY),
};

export const FORMAT_TEXT = JSON.stringify(FORMAT);
export const FORMAT_HASH = textHash(FORMAT_TEXT);

/** What a file says about itself. */
export interface StoredFormat {
  readonly applicationId: number;
  readonly version: number;
  readonly text: string;
  readonly hash: string;
}

/** Throws `ERR_FORMAT` naming what differs, `ERR_CORRUPT` when the stored list is damaged. */
export function assertFormat(file: string, kind: FileKind, stored: StoredFormat): void {
  if (stored.applicationId !== APPLICATION_IDS[kind]) {
    throw new QuorateError(
      'ERR_FORMAT',
      `${file} is no ${kind} file of Quorate; restore the one that belongs here from a backup`,
    );
  }
  if (stored.version !== FORMAT_VERSION) {
    const which =
      stored.version > FORMAT_VERSION ? 'a newer program wrote it; use that one' : 'no such format was released';
    throw new QuorateError(
      'ERR_FORMAT',
      `${file} has format ${stored.version}, this program ${FORMAT_VERSION}: ${which}`,
    );
  }
  if (stored.hash === FORMAT_HASH && stored.text === FORMAT_TEXT) return;
  if (textHash(stored.text) !== stored.hash) {
    throw new QuorateError('ERR_CORRUPT', `${file}: its list of format constants is damaged`);
  }
  const names = differingConstants(JSON.parse(stored.text) as Format);
  throw new QuorateError('ERR_FORMAT', `${file} was written with other format constants: ${names.join('; ')}`, {
    details: { constants: names },
  });
}

function differingConstants(stored: Format): readonly string[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(FORMAT)])].sort();
  return names
    .filter((name) => stored[name] !== FORMAT[name])
    .map((name) => `${name} is ${String(stored[name])} there and ${String(FORMAT[name])} here`);
}
