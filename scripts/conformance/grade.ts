/**
 * Grades: how well the output of a script agrees with what it expects.
 *
 * - exact: the text is equal.
 * - structural: equal once log lines are dropped. Their wording is no behaviour.
 * - semantic: what is printed of the state is equal, and every step sends and delivers the same messages, in any order:
 *   type, sender, receiver, term, log position and commit index.
 * - failed: none of these.
 * - unsupported: the script needs something that does not exist here.
 */
import type { Directive } from './datadriven.js';

/** From best to worst. */
export const GRADES = ['exact', 'structural', 'semantic', 'failed', 'unsupported'] as const;
export type Grade = (typeof GRADES)[number];

/** Grades that can be asked for. */
export const REQUIRABLE_GRADES = ['exact', 'structural', 'semantic'] as const satisfies readonly Grade[];
export type RequirableGrade = (typeof REQUIRABLE_GRADES)[number];

export interface StepResult {
  readonly directive: Directive;
  readonly actual: string;
}

export function isAtLeast(grade: Grade, required: RequirableGrade): boolean {
  return GRADES.indexOf(grade) <= GRADES.indexOf(required);
}

/** Steps whose output tells of messages under way, and not of state. */
const MESSAGE_COMMANDS: ReadonlySet<string> = new Set([
  'deliver-msgs',
  'process-append-thread',
  'process-apply-thread',
  'process-ready',
  'stabilize',
]);

/** The worst grade of any step. */
export function gradeOf(steps: readonly StepResult[]): Exclude<Grade, 'unsupported'> {
  let grade: Exclude<Grade, 'unsupported'> = 'exact';
  for (const step of steps) {
    const own = gradeOfStep(step);
    if (GRADES.indexOf(own) > GRADES.indexOf(grade)) grade = own;
  }
  return grade;
}

export function gradeOfStep({ directive, actual }: StepResult): Exclude<Grade, 'unsupported'> {
  const expected = directive.expected;
  if (withoutEnd(expected) === withoutEnd(actual)) return 'exact';
  if (withoutLogLines(expected) === withoutLogLines(actual)) return 'structural';
  if (!MESSAGE_COMMANDS.has(directive.command)) return 'failed';
  return messagesIn(expected) === messagesIn(actual) ? 'semantic' : 'failed';
}

/** The first line in which two outputs differ, counted from 1; undefined when they are equal. */
export function firstDifference(
  expected: string,
  actual: string,
): { readonly line: number; readonly expected: string; readonly actual: string } | undefined {
  const wanted = withoutEnd(expected).split('\n');
  const got = withoutEnd(actual).split('\n');
  for (let at = 0; at < Math.max(wanted.length, got.length); at += 1) {
    if (wanted[at] === got[at]) continue;
    return { line: at + 1, expected: wanted[at] ?? '<nothing>', actual: got[at] ?? '<nothing>' };
  }
  return undefined;
}

function withoutEnd(text: string): string {
  return text.replace(/\n+$/, '');
}

/** A step that printed log lines only counts as `ok`, as one that printed nothing does. */
function withoutLogLines(text: string): string {
  const kept = withoutEnd(text)
    .split('\n')
    .filter((line) => !/^\s*(DEBUG|INFO|WARN|ERROR) /.test(line));
  return kept.length === 0 ? 'ok' : kept.join('\n');
}

const MESSAGE_LINE =
  /^\s*(dropped: )?(\w+->\w+ Msg\w+ Term:\d+ Log:\d+\/\d+)(?: Rejected \(Hint: \d+\))?(?: Commit:(\d+))?/;

/** The multiset of messages, as text that is equal when the multisets are. */
function messagesIn(text: string): string {
  const messages: string[] = [];
  for (const line of text.split('\n')) {
    const match = MESSAGE_LINE.exec(line);
    if (match !== null) messages.push(`${match[1] ?? ''}${match[2] ?? ''} ${match[3] ?? '0'}`);
  }
  return messages.sort().join('\n');
}
