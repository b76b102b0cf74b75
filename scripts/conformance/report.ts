/** The result of a run, for people (a table) and for programs (JSON). */
import { GRADES, type Grade } from './grade.js';
import type { FileResult } from './run.js';

export interface Report {
  readonly results: readonly FileResult[];
  /** What is required and does not hold. */
  readonly unmet: readonly string[];
}

export function totalsOf(results: readonly FileResult[]): Readonly<Record<Grade, number>> {
  const totals: Record<Grade, number> = { exact: 0, structural: 0, semantic: 0, failed: 0, unsupported: 0 };
  for (const { grade } of results) totals[grade] += 1;
  return totals;
}

export function reportAsTable({ results, unmet }: Report, verbose: boolean): string {
  const width = Math.max(...results.map(({ kind, name }) => kind.length + name.length + 1), 4);
  const lines = [`${'file'.padEnd(width)}  ${'grade'.padEnd(11)}  steps  sha256`];
  for (const result of results) {
    const file = `${result.kind}/${result.name}`.padEnd(width);
    const steps = String(result.steps).padStart(5);
    lines.push(`${file}  ${result.grade.padEnd(11)}  ${steps}  ${result.sha256}`);
    if (result.reason !== undefined) lines.push(`  ${result.reason}`);
    if (verbose && result.difference !== undefined) lines.push(...describeDifference(result.difference));
  }
  const totals = totalsOf(results);
  lines.push('', GRADES.map((grade) => `${totals[grade]} ${grade}`).join(', '));
  if (unmet.length === 0) lines.push('what is required holds');
  else lines.push('what is required does not hold:', ...unmet.map((sentence) => `  ${sentence}`));
  return lines.join('\n');
}

function describeDifference({ line, command, outputLine, expected, actual }: NonNullable<FileResult['difference']>) {
  return [
    `  line ${line}, ${command}: output line ${outputLine} differs`,
    `    expected: ${expected}`,
    `    actual:   ${actual}`,
  ];
}

export function reportAsJson({ results, unmet }: Report): string {
  return JSON.stringify({ met: unmet.length === 0, unmet, totals: totalsOf(results), files: results }, undefined, 2);
}
