/**
 * The platform that storage needs: refuses, with a sentence, combinations of Node, better-sqlite3 and SQLite that would
 * crash the process or lose writes.
 */
import { createRequire } from 'node:module';
import { QuorateError } from '../base/errors.js';

/** The first release in which the bugs of the write-ahead log that we know of are fixed. */
export const SQLITE_VERSION_MIN = '3.51.3';
/** better-sqlite3 13 is built for Node-API 10; an older Node dies of it with a segmentation fault. */
const NODE_VERSION_MIN_FOR_BINDING_13 = '22.14.0';

/** Negative, zero or positive, comparing dotted numbers part by part. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** To be asked before the binding is loaded. Both versions are plain `major.minor.patch`. */
export function assertBindingFits(bindingVersion: string, nodeVersion: string): void {
  if (compareVersions(bindingVersion, '13') < 0) return;
  if (compareVersions(nodeVersion, NODE_VERSION_MIN_FOR_BINDING_13) >= 0) return;
  throw new QuorateError(
    'ERR_CONFIG',
    `better-sqlite3 ${bindingVersion} needs Node ${NODE_VERSION_MIN_FOR_BINDING_13} or newer, this is ${nodeVersion}; ` +
      'install better-sqlite3 12, or use a newer Node',
  );
}

export function assertSqliteVersion(version: string): void {
  if (compareVersions(version, SQLITE_VERSION_MIN) >= 0) return;
  throw new QuorateError(
    'ERR_SQLITE_TOO_OLD',
    `SQLite ${version} is too old, ${SQLITE_VERSION_MIN} or newer is needed; update better-sqlite3`,
  );
}

export function installedBindingVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('better-sqlite3/package.json');
  return (manifest as { readonly version: string }).version;
}
