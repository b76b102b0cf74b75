/**
 * The tables of a state database. Items lie in the order of their key, so that a flush, which is sorted, and a scan go
 * through neighbouring pages. The only secondary index holds the items that expire.
 */
export const STATE_SCHEMA = `
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  format TEXT NOT NULL,
  format_hash TEXT NOT NULL,
  opening INTEGER NOT NULL,
  volume_instance_id TEXT NOT NULL,
  group_id INTEGER NOT NULL,
  replica INTEGER NOT NULL,
  flushed_index INTEGER NOT NULL,
  flushed_term INTEGER NOT NULL,
  membership BLOB NOT NULL,
  membership_index INTEGER NOT NULL,
  log_clock_ms INTEGER NOT NULL,
  state_hash_high INTEGER NOT NULL,
  state_hash_low INTEGER NOT NULL,
  apply_version INTEGER NOT NULL,
  owned_vshards BLOB NOT NULL,
  map_version INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE items (
  vshard INTEGER NOT NULL,
  collection BLOB NOT NULL,
  key BLOB NOT NULL,
  kind INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  hash_high INTEGER NOT NULL,
  hash_low INTEGER NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (vshard, collection, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX items_by_expiry ON items (expires_at_ms, vshard, collection, key) WHERE expires_at_ms > 0;

CREATE TABLE vshards (
  vshard INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  crc INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  stamp_ms INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  idempotency_hash TEXT NOT NULL,
  vshard INTEGER NOT NULL,
  request_hash TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  result BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (stamp_ms, serial, sequence, idempotency_hash)
) STRICT, WITHOUT ROWID;
`;
