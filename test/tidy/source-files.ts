/** The project's own sources, as the tidy tests read them: from the repository, not from the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
  /** The same lines with comments and the contents of strings blanked out. */
  readonly codeLines: readonly string[];
}

/** Blanks comments and string contents, keeping line breaks: good enough for rules about identifiers. */
function stripped(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (part) =>
    part.startsWith('/') ? blank(part) : part[0] + blank(part.slice(1, -1)) + part[0],
  );
}

export function sourceFiles(folder: string): readonly SourceFile[] {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => {
      const absolute = join(entry.parentPath, entry.name);
      const text = readFileSync(absolute, 'utf8');
      return {
        path: relative(root, absolute).split('\\').join('/'),
        lines: text.split('\n'),
        codeLines: stripped(text).split('\n'),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export interface ImportTarget {
  readonly path: string;
  readonly external: boolean;
}

export function importsOf(file: SourceFile): readonly ImportTarget[] {
  const text = file.lines.join('\n');
  const targets: ImportTarget[] = [];
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'/g;
  for (const match of text.matchAll(pattern)) {
    const specifier = match[1] ?? match[2];
    if (specifier === undefined) continue;
    if (specifier.startsWith('.')) {
      const path = posix.normalize(posix.join(dirname(file.path), specifier)).replace(/\.js$/, '.ts');
      targets.push({ path, external: false });
    } else {
      targets.push({ path: specifier, external: true });
    }
  }
  return targets;
}
