/** Takes the lock of the directory it is given, lets the collector look for it, says so, and holds it until it is killed. */
import { lockDataDirectory } from '../../../src/runtime/storage/storage.js';

lockDataDirectory(process.argv[2] ?? '');
globalThis.gc?.();
process.stdout.write('locked\n');
process.stdin.resume();
