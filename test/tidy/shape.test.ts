/** The shape of the sources: what a reader may count on in every file. */
import test from 'ava';
import { type SourceFile, sourceFiles } from './source-files.js';

const FILE_LINES_MAX = 600;
const FILE_LINES_LISTED = 400;
const FUNCTION_LINES_MAX = 100;
const FUNCTION_LINES_LISTED = 70;
const LINE_COLUMNS_MAX = 140;

const own = (): readonly SourceFile[] =>
  ['src', 'test', 'scripts', 'examples'].flatMap((folder) => sourceFiles(folder));

/** All offenders at once: a list of places, empty when the rule holds. */
type Places = string[];

test('every source file opens with a comment that says what it is', (t) => {
  const without = own().filter((file) => {
    const first = file.lines[0]?.startsWith('#!') === true ? file.lines[1] : file.lines[0];
    return first?.startsWith('/**') !== true;
  });
  t.deepEqual(
    without.map((file) => file.path),
    [],
  );
});

test('no file is longer than a reader can hold', (t) => {
  for (const file of own()) {
    if (file.lines.length > FILE_LINES_LISTED) t.log(`long file: ${file.path}, ${file.lines.length} lines`);
  }
  t.deepEqual(
    own()
      .filter((file) => file.lines.length > FILE_LINES_MAX)
      .map((file) => `${file.path} has ${file.lines.length} lines`),
    [],
  );
});

interface FunctionSpan {
  readonly name: string;
  readonly line: number;
  readonly length: number;
}

const MODIFIERS = /(?:export |default |async |private |protected |public |static |override |get |set )*/;
const FUNCTION_HEADER = new RegExp(`^(\\s*)${MODIFIERS.source}(?:function\\*? )?(#?[\\w$]+)?(?:<[^>]*>)?\\s*\\(.*\\{$`);

/** Functions and methods by their indentation, which the formatter guarantees: from a header to its closing brace. */
function functionsOf(file: SourceFile): readonly FunctionSpan[] {
  const spans: FunctionSpan[] = [];
  file.codeLines.forEach((line, number) => {
    const match = FUNCTION_HEADER.exec(line);
    if (match === null || /^\s*(if|for|while|switch|catch|test|else|return|do)\b/.test(line)) return;
    const indent = match[1] ?? '';
    const end = file.codeLines.findIndex((later, at) => at > number && later.startsWith(`${indent}}`));
    if (end > 0) spans.push({ name: match[2] ?? 'function', line: number + 1, length: end - number + 1 });
  });
  return spans;
}

test('no function is longer than a screen', (t) => {
  const tooLong: Places = [];
  for (const file of [...sourceFiles('src'), ...sourceFiles('scripts')]) {
    for (const span of functionsOf(file)) {
      const place = `${file.path}:${span.line} ${span.name} has ${span.length} lines`;
      if (span.length > FUNCTION_LINES_MAX) tooLong.push(place);
      else if (span.length > FUNCTION_LINES_LISTED) t.log(`long function: ${place}`);
    }
  }
  t.deepEqual(tooLong, []);
});

test('no line is wider than 140 columns', (t) => {
  const wide: Places = [];
  for (const file of own()) {
    file.lines.forEach((line, number) => {
      if (line.length > LINE_COLUMNS_MAX) wide.push(`${file.path}:${number + 1}`);
    });
  }
  t.deepEqual(wide, []);
});

const UNWANTED_IN_CODE: readonly (readonly [string, RegExp])[] = [
  ['a name that says nothing', /\b\w*(Manager|Util|Utils|Helper|Helpers)\b/],
  ['any', /:\s*any\b|\bas any\b|<any>/],
];
const UNWANTED_ANYWHERE: readonly (readonly [string, RegExp])[] = [
  ['a switched-off check', /@ts-(ignore|expect-error|nocheck)/],
  ['a note to do it later', /\b(TODO|FIXME|XXX|HACK)\b/],
];

test('no empty names, no any, no switched-off checks, nothing left for later', (t) => {
  const found: Places = [];
  for (const file of own().filter((candidate) => !candidate.path.startsWith('test/tidy/'))) {
    for (const [what, pattern] of UNWANTED_IN_CODE) {
      file.codeLines.forEach((line, number) => {
        const excused = file.lines[number - 1]?.includes('biome-ignore lint/suspicious/noExplicitAny') === true;
        if (pattern.test(line) && !excused) found.push(`${file.path}:${number + 1}: ${what}`);
      });
    }
    for (const [what, pattern] of UNWANTED_ANYWHERE) {
      file.lines.forEach((line, number) => {
        if (pattern.test(line)) found.push(`${file.path}:${number + 1}: ${what}`);
      });
    }
  }
  t.deepEqual(found, []);
});

test('no test is switched off', (t) => {
  const found: Places = [];
  for (const file of sourceFiles('test')) {
    file.codeLines.forEach((line, number) => {
      if (/\btest\.(skip|only|failing|todo)\b/.test(line)) found.push(`${file.path}:${number + 1}`);
    });
  }
  t.deepEqual(found, []);
});

test('only commands write to the console', (t) => {
  const found: Places = [];
  for (const file of sourceFiles('src').filter((candidate) => !candidate.path.startsWith('src/cli/'))) {
    file.codeLines.forEach((line, number) => {
      if (/\bconsole\./.test(line)) found.push(`${file.path}:${number + 1}`);
    });
  }
  t.deepEqual(found, []);
});
