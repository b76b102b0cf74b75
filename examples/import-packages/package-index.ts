/**
 * Real records to import: the packages that this machine's Debian package index describes, or, where there is none, the
 * `package.json` of every installed Node package.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PackageRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

const INDEX_BYTES_MAX = 512 * 1024 * 1024;

/** One stanza of the index: `Field: value` lines, continued by lines that begin with a space. */
function parseStanza(stanza: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let name = '';
  for (const line of stanza.split('\n')) {
    if (/^[ \t]/.test(line)) {
      fields[name] += `\n${line.trim()}`;
      continue;
    }
    const at = line.indexOf(':');
    if (at < 1) continue;
    name = line.slice(0, at);
    fields[name] = line.slice(at + 1).trim();
  }
  return fields;
}

function debianIndex(): readonly PackageRecord[] {
  const text = execFileSync('apt-cache', ['dumpavail'], {
    encoding: 'utf8',
    maxBuffer: INDEX_BYTES_MAX,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const records = new Map<string, PackageRecord>();
  for (const stanza of text.split('\n\n')) {
    const fields = parseStanza(stanza);
    const { Package: name, Version: version, Architecture: architecture } = fields;
    if (name === undefined || version === undefined) continue;
    const id = `${name}_${version}_${architecture ?? 'all'}`;
    records.set(id, { id, ...fields });
  }
  return [...records.values()];
}

function installedNodePackages(root: string): readonly PackageRecord[] {
  const records = new Map<string, PackageRecord>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name !== 'package.json') continue;
    const path = join(entry.parentPath, entry.name);
    try {
      const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
      if (typeof manifest === 'object' && manifest !== null)
        records.set(path, { ...manifest, id: path.slice(root.length + 1) });
    } catch {
      // A test fixture that is no JSON on purpose: not a package.
    }
  }
  return [...records.values()];
}

/** The records and where they are from. */
export function packageRecords(nodeModules: string): {
  readonly from: string;
  readonly records: readonly PackageRecord[];
} {
  try {
    const records = debianIndex();
    if (records.length > 0) return { from: 'the Debian package index', records };
  } catch {
    // No apt-cache here.
  }
  return { from: nodeModules, records: installedNodePackages(nodeModules) };
}
