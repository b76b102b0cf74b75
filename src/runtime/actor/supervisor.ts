/**
 * Supervisor: what follows a crash, as a pure function of the actor's row, its earlier crashes, and the time.
 */
import { assert } from '../base/assert.js';
import type { Random } from '../base/random.js';
import { DEFAULT_ROW, type Spent, type SupervisionRow, type SupervisionTable } from './supervision.js';

export type Decision =
  | { readonly kind: 'restart'; readonly delayMs: number; readonly crashesMs: readonly number[] }
  | { readonly kind: 'spent'; readonly spent: Spent; readonly crashesMs: readonly number[] };

export function rowOf(table: SupervisionTable, kind: string): SupervisionRow {
  const row = table[kind] ?? table[DEFAULT_ROW];
  assert(row !== undefined, 'every actor kind has a supervision row, or there is a default', { kind });
  return row;
}

/** `crashesMs`: times of earlier crashes, ascending. The decision carries those that still count, this one included. */
export function decide(row: SupervisionRow, crashesMs: readonly number[], nowMs: number, random: Random): Decision {
  const recent = [...crashesMs.filter((atMs) => atMs > nowMs - row.withinMs), nowMs];
  if (recent.length > row.maxRestarts) return { kind: 'spent', spent: row.spent, crashesMs: recent };
  const { minMs, maxMs, jitter } = row.backoff;
  const full = Math.min(maxMs, minMs * 2 ** Math.min(recent.length - 1, 30));
  return { kind: 'restart', delayMs: full * (1 - jitter * random.fraction()), crashesMs: recent };
}

/**
 * For an actor that comes back and finds no room for what its start must record: trying again makes no room, nor would
 * ending the process. It waits at the row's longest backoff for as long as it takes, and its budget is left alone.
 */
export function waitForSpace(row: SupervisionRow, crashesMs: readonly number[], random: Random): Decision {
  const { maxMs, jitter } = row.backoff;
  return { kind: 'restart', delayMs: maxMs * (1 - jitter * random.fraction()), crashesMs };
}
