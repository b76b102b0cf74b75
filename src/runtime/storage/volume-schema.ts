/**
 * The tables of a log volume.
 *
 * `log` is a rowid table with a unique index, not WITHOUT ROWID: rows of all groups are then appended at one end of one
 * tree, and a commit of 64 groups dirties half as many pages.
 */
export const VOLUME_SCHEMA = `
CREATE TABLE header (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  format TEXT NOT NULL,
  format_hash TEXT NOT NULL,
  cluster_id TEXT NOT NULL,
  node_id INTEGER NOT NULL,
  volume INTEGER NOT NULL,
  instance_id TEXT NOT NULL,
  node_boot INTEGER NOT NULL,
  boot_nonce TEXT NOT NULL,
  previous_boot_nonce TEXT NOT NULL,
  opening INTEGER NOT NULL,
  commit_sequence INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE groups (
  group_id INTEGER PRIMARY KEY,
  replica INTEGER NOT NULL,
  term INTEGER NOT NULL,
  vote INTEGER NOT NULL,
  commit_index INTEGER NOT NULL,
  last_index INTEGER NOT NULL,
  last_term INTEGER NOT NULL,
  last_chain INTEGER NOT NULL,
  purge_index INTEGER NOT NULL,
  purge_term INTEGER NOT NULL,
  purge_chain INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  state_file TEXT NOT NULL,
  flags INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE log (
  group_id INTEGER NOT NULL,
  first_index INTEGER NOT NULL,
  last_index INTEGER NOT NULL,
  last_term INTEGER NOT NULL,
  last_chain INTEGER NOT NULL,
  summary BLOB NOT NULL,
  crc INTEGER NOT NULL,
  entries BLOB NOT NULL,
  UNIQUE (group_id, first_index)
) STRICT;
`;
