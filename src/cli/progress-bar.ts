/** A progress bar as text: how much is done, how fast, how long it will take. */

const WIDTH = 30;

export interface Progress {
  readonly done: number;
  readonly bytes: number;
  /** Undefined when the size of the input is not known. */
  readonly bytesTotal: number | undefined;
  readonly elapsedMs: number;
  readonly retries: number;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function progressBar({ done, bytes, bytesTotal, elapsedMs, retries }: Progress): string {
  const rate = elapsedMs > 0 ? Math.round((done / elapsedMs) * 1000) : 0;
  const counts = `${done} records, ${rate}/s${retries > 0 ? `, ${retries} retried` : ''}`;
  if (bytesTotal === undefined || bytesTotal === 0) return counts;
  const fraction = Math.min(1, bytes / bytesTotal);
  const filled = Math.round(fraction * WIDTH);
  const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
  const left = fraction > 0 ? duration((elapsedMs / fraction) * (1 - fraction)) : '?';
  return `[${bar}] ${Math.floor(fraction * 100)} %  ${counts}, ${left} left`;
}
