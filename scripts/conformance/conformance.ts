/**
 * conformance: judges the Raft core by etcd/raft's published data-driven tests. `npm run conformance -- --help`.
 *
 * Read on in `command.ts` (the command line), `run.ts` (one file), `grade.ts` (what counts as equal) and the
 * interpreters, one per kind of script.
 */
import { runConformance } from './command.js';

process.exitCode = runConformance(process.argv.slice(2), {
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
