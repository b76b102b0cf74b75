/** Takes the lock of the directory it is given, lets the collector look for it, says so, and holds it until it is killed. */
import { lockDataDirectory } from '../../../src/runtime/storage/storage.js';

lockDataDirectory(process.argv[2] ?? '');
process.stdin.resume();
setImmediate(() => {
  globalThis.gc?.();
  setImmediate(() => process.stdout.write('locked\n'));
});
