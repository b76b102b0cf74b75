/**
 * The corpus: where the script files are, and what is in them. Reads only.
 *
 * Two layouts are known: a folder per kind (`quorum`, `confchange`, `interaction`), and a clone of etcd-io/raft
 * (`quorum/testdata`, `confchange/testdata`, `testdata`).
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { QuorateError } from '../../src/runtime/base/errors.js';

export const KINDS = ['quorum', 'confchange', 'interaction'] as const;
export type Kind = (typeof KINDS)[number];

export interface CorpusFile {
  readonly kind: Kind;
  /** Without folder and ending: `single_node`. */
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

/** A clone's folder comes first: it has a `quorum` folder too, with source code beside the scripts. */
const FOLDERS: Readonly<Record<Kind, readonly string[]>> = {
  quorum: ['quorum/testdata', 'quorum'],
  confchange: ['confchange/testdata', 'confchange'],
  interaction: ['testdata', 'interaction'],
};
const ENDING = '.txt';

/** Every script under `root`, by kind and name; `ERR_USAGE` when there is none. */
export function readCorpus(root: string): readonly CorpusFile[] {
  if (!existsSync(root)) throw new QuorateError('ERR_USAGE', `${root} does not exist`);
  const files = KINDS.flatMap((kind) => readKind(root, kind));
  if (files.length > 0) return files;
  throw new QuorateError(
    'ERR_USAGE',
    `${root} holds no conformance scripts: give a folder with quorum, confchange and interaction, or a clone of etcd-io/raft`,
  );
}

function readKind(root: string, kind: Kind): readonly CorpusFile[] {
  const folder = FOLDERS[kind].map((name) => join(root, name)).find(isFolder);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((entry) => entry.endsWith(ENDING))
    .sort()
    .map((entry) => {
      const bytes = readFileSync(join(folder, entry));
      return {
        kind,
        name: entry.slice(0, -ENDING.length),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        text: bytes.toString('utf8'),
      };
    });
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
