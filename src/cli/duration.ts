/** Durations as people write them: `30s`, `500ms`, `2h`. Pure. */
import { QuorateError } from '../runtime/base/errors.js';

const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** In milliseconds. Throws `ERR_USAGE` naming the option it was given for. */
export function parseDuration(text: string, option: string): number {
  const match = /^(\d{1,15})(ms|s|m|h|d)$/.exec(text);
  const ms = Number(match?.[1]) * (UNITS_MS[match?.[2] ?? ''] ?? Number.NaN);
  if (Number.isSafeInteger(ms) && ms > 0) return ms;
  throw new QuorateError(
    'ERR_USAGE',
    `--${option} must be a duration such as 30s, 500ms, 10m, 2h or 7d, not '${text}'`,
  );
}
