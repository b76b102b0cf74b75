/** The command line: arguments to a report and an exit status. Prints through the functions it is given. */
import { parseArgs } from 'node:util';
import { QuorateError } from '../../src/runtime/base/errors.js';
import { readCorpus } from './corpus.js';
import { reportAsJson, reportAsTable } from './report.js';
import { parseRequirement, promisedRequirements, type Requirement, unmetRequirements } from './requirement.js';
import { runFile } from './run.js';

/** 0: what is required holds. 1: it does not. 2: wrong usage, or a path without a corpus. */
export type ExitStatus = 0 | 1 | 2;

const HELP = `usage: conformance <path> [options]

Runs etcd/raft's data-driven tests against this core. <path> holds quorum, confchange and interaction, or is a clone of
etcd-io/raft. Nothing in it is ever written.

  --only <text>              run the files whose kind/name contains the text
  --require <grade>          every file must be exact, structural or semantic, or better
  --require <file>=<grade>   this file must; may be repeated. Without any: what the project promises
  --verbose                  show the first difference of each file
  --json                     print JSON
  --help                     print this

exit status: 0 what is required holds, 1 it does not, 2 wrong usage or no corpus at <path>`;

interface Options {
  readonly path: string;
  readonly only: string;
  readonly requirements: readonly Requirement[] | undefined;
  readonly verbose: boolean;
  readonly json: boolean;
}

export interface Output {
  print(text: string): void;
  printError(text: string): void;
}

export function runConformance(args: readonly string[], { print, printError }: Output): ExitStatus {
  try {
    const options = parseOptions(args);
    if (options === 'help') {
      print(HELP);
      return 0;
    }
    return runWith(options, print);
  } catch (thrown) {
    if (!(thrown instanceof QuorateError) || thrown.code !== 'ERR_USAGE') throw thrown;
    printError(`conformance: ${thrown.message}`);
    return 2;
  }
}

function runWith({ path, only, requirements, verbose, json }: Options, print: (text: string) => void): ExitStatus {
  const files = readCorpus(path).filter(({ kind, name }) => `${kind}/${name}`.includes(only));
  if (files.length === 0) throw new QuorateError('ERR_USAGE', `no file of the corpus contains "${only}" in its name`);
  const results = files.map(runFile);
  const promised = () => promisedRequirements().filter(({ file }) => file?.includes(only));
  const report = { results, unmet: unmetRequirements(requirements ?? promised(), results) };
  print(json ? reportAsJson(report) : reportAsTable(report, verbose));
  return report.unmet.length === 0 ? 0 : 1;
}

function parseOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new QuorateError('ERR_USAGE', 'give one path to a corpus (see --help)');
  }
  return {
    path,
    only: values.only ?? '',
    requirements: values.require?.map(parseRequirement),
    verbose: values.verbose ?? false,
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        json: { type: 'boolean' },
        only: { type: 'string' },
        require: { type: 'string', multiple: true },
        verbose: { type: 'boolean' },
      },
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new QuorateError('ERR_USAGE', `${message} (see --help)`, { cause: thrown });
  }
}
