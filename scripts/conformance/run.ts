/** Runs one file of the corpus from its first directive to its last, and grades it. */
import { asQuorateError } from '../../src/runtime/base/errors.js';
import { createConfChangeInterpreter } from './confchange-interpreter.js';
import type { CorpusFile, Kind } from './corpus.js';
import { type Directive, parseScript } from './datadriven.js';
import { firstDifference, type Grade, gradeOf, gradeOfStep, type StepResult } from './grade.js';
import { createInteractionInterpreter } from './interaction-interpreter.js';
import type { Interpreter } from './interpreter.js';
import { createQuorumInterpreter } from './quorum-interpreter.js';

export interface Difference {
  /** Of the directive, in the script. */
  readonly line: number;
  readonly command: string;
  /** Within the output of the directive, from 1. */
  readonly outputLine: number;
  readonly expected: string;
  readonly actual: string;
}

export interface FileResult {
  readonly kind: Kind;
  readonly name: string;
  readonly sha256: string;
  readonly grade: Grade;
  readonly steps: number;
  /** Why it stopped early or could not be run. */
  readonly reason: string | undefined;
  /** Of the first step that has the grade of the file; none in an exact file. */
  readonly difference: Difference | undefined;
}

const INTERPRETERS: Readonly<Record<Kind, () => Interpreter>> = {
  quorum: createQuorumInterpreter,
  confchange: createConfChangeInterpreter,
  interaction: createInteractionInterpreter,
};

export function runFile(file: CorpusFile): FileResult {
  const identity = { kind: file.kind, name: file.name, sha256: file.sha256 };
  const interpreter = INTERPRETERS[file.kind]();
  let directives: readonly Directive[];
  try {
    directives = parseScript(file.text);
  } catch (thrown) {
    const reason = asQuorateError(thrown).message;
    return { ...identity, grade: 'failed', steps: 0, reason, difference: undefined };
  }
  const missing = missingCommands(directives, interpreter);
  if (missing.length > 0) {
    const reason = `needs ${missing.join(', ')}`;
    return { ...identity, grade: 'unsupported', steps: directives.length, reason, difference: undefined };
  }
  const { results, broken } = runDirectives(directives, interpreter);
  const grade = broken === undefined ? gradeOf(results) : 'failed';
  const difference = findDifference(results, grade);
  const ability = grade === 'failed' ? interpreter.missingAbility() : undefined;
  if (ability !== undefined) {
    return { ...identity, grade: 'unsupported', steps: directives.length, reason: `needs ${ability}`, difference };
  }
  return { ...identity, grade, steps: directives.length, reason: broken, difference };
}

function missingCommands(directives: readonly Directive[], interpreter: Interpreter): readonly string[] {
  const used = new Set(directives.map((directive) => directive.command));
  return [...used].filter((command) => !interpreter.commands.has(command)).sort();
}

/** Stops at the first directive that breaks what it drives: nothing after it would mean anything. */
function runDirectives(
  directives: readonly Directive[],
  interpreter: Interpreter,
): { readonly results: readonly StepResult[]; readonly broken: string | undefined } {
  const results: StepResult[] = [];
  for (const directive of directives) {
    try {
      results.push({ directive, actual: interpreter.handle(directive) });
    } catch (thrown) {
      const { message } = asQuorateError(thrown);
      return { results, broken: `line ${directive.line}, ${directive.command}: ${message}` };
    }
  }
  return { results, broken: undefined };
}

function findDifference(results: readonly StepResult[], grade: Grade): Difference | undefined {
  if (grade === 'exact') return undefined;
  const step = results.find((result) => gradeOfStep(result) === grade);
  if (step === undefined) return undefined;
  const difference = firstDifference(step.directive.expected, step.actual);
  if (difference === undefined) return undefined;
  const { line, command } = step.directive;
  return {
    line,
    command,
    outputLine: difference.line,
    expected: difference.expected,
    actual: difference.actual,
  };
}
