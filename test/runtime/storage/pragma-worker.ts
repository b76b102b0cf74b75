/** Opens a file on a worker thread and posts what its pragmas read back as. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDurable, readDurablePragmas } from '../../../src/runtime/storage/open-durable.js';

const options = { create: false, cacheKib: 512 };
const database = openDurable(workerData as string, options);
parentPort?.postMessage(readDurablePragmas(database, options));
database.close();
