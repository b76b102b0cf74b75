/**
 * Requirements: which files must reach which grade. Without any given, what the project promises of its core.
 */
import { QuorateError } from '../../src/runtime/base/errors.js';
import type { Kind } from './corpus.js';
import { isAtLeast, REQUIRABLE_GRADES, type RequirableGrade } from './grade.js';
import type { FileResult } from './run.js';

export interface Requirement {
  /** All files when absent. */
  readonly file: string | undefined;
  readonly grade: RequirableGrade;
}

/** The promise, file by file. A file of it that the corpus lacks is a requirement that is not met. */
const PROMISED: readonly { readonly kind: Kind; readonly grade: RequirableGrade; readonly names: readonly string[] }[] =
  [
    {
      kind: 'quorum',
      grade: 'exact',
      names: ['joint_commit', 'joint_vote', 'majority_commit', 'majority_vote'],
    },
    {
      kind: 'confchange',
      grade: 'exact',
      names: [
        'joint_autoleave',
        'joint_idempotency',
        'joint_learners_next',
        'joint_safety',
        'simple_idempotency',
        'simple_promote_demote',
        'simple_safety',
        'update',
        'zero',
      ],
    },
    {
      kind: 'interaction',
      grade: 'structural',
      names: [
        'async_storage_writes',
        'campaign',
        'checkquorum',
        'forget_leader',
        'heartbeat_resp_recovers_from_probing',
        'prevote',
        'probe_and_replicate',
        'replicate_pause',
        'single_node',
      ],
    },
  ];

export function promisedRequirements(): readonly Requirement[] {
  return PROMISED.flatMap(({ kind, grade, names }) => names.map((name) => ({ file: `${kind}/${name}`, grade })));
}

/** Reads `grade` or `name=grade`; the name is that of a file, with or without its kind. */
export function parseRequirement(text: string): Requirement {
  const at = text.indexOf('=');
  const file = at < 0 ? undefined : text.slice(0, at);
  const wanted = text.slice(at + 1);
  const grade = REQUIRABLE_GRADES.find((known) => known === wanted);
  if (grade === undefined || file === '') {
    throw new QuorateError(
      'ERR_USAGE',
      `--require takes <grade> or <file>=<grade> with ${REQUIRABLE_GRADES.join(', ')}`,
    );
  }
  return { file, grade };
}

/** What is not met, one sentence each. */
export function unmetRequirements(
  requirements: readonly Requirement[],
  results: readonly FileResult[],
): readonly string[] {
  const unmet: string[] = [];
  for (const { file, grade } of requirements) {
    const meant = results.filter((result) => file === undefined || isNamed(result, file));
    if (meant.length === 0) unmet.push(`${file ?? 'any file'}: ${grade} required, but it is not in the corpus`);
    for (const result of meant) {
      if (isAtLeast(result.grade, grade)) continue;
      unmet.push(`${result.kind}/${result.name}: ${grade} required, but it is ${result.grade}`);
    }
  }
  return unmet;
}

export function isNamed(result: { readonly kind: Kind; readonly name: string }, file: string): boolean {
  return file === result.name || file === `${result.kind}/${result.name}`;
}
