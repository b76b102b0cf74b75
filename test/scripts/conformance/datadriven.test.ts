/** The grammar of data-driven scripts. */
import test from 'ava';
import { parseNumber, parseScript, singleValue } from '../../../scripts/conformance/datadriven.js';

const script = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

test('a directive has a command, arguments, input and expected output', (t) => {
  const text = script('move 3 fast to=(4, 5) empty=() speed=7', 'first line', 'second line', '----', 'done', 'twice');
  t.deepEqual(parseScript(text), [
    {
      line: 1,
      command: 'move',
      arguments: [
        { key: '3', values: [] },
        { key: 'fast', values: [] },
        { key: 'to', values: ['4', '5'] },
        { key: 'empty', values: [] },
        { key: 'speed', values: ['7'] },
      ],
      input: 'first line\nsecond line',
      expected: 'done\ntwice',
    },
  ]);
});

test('comments and blank lines between directives count for line numbers only', (t) => {
  const text = script('# about', '', 'one', '----', 'a', '', '', '# more', 'two', '----', '', 'three', '----', 'c');
  const found = parseScript(text).map(({ line, command, expected }) => [line, command, expected]);
  t.deepEqual(found, [
    [3, 'one', 'a'],
    [9, 'two', ''],
    [12, 'three', 'c'],
  ]);
});

test('a backslash continues the directive on the next line', (t) => {
  const [directive] = parseScript(script('add 1 \\', '  size=2 \\', '  last', '----', 'ok'));
  t.deepEqual(
    directive?.arguments.map((argument) => argument.key),
    ['1', 'size', 'last'],
  );
});

test('output between two pairs of separators may hold blank lines and separators', (t) => {
  const text = script('show', '----', '----', 'top', '', '----', 'bottom', '----', '----', '', 'next', '----', 'ok');
  t.deepEqual(
    parseScript(text).map(({ expected }) => expected),
    ['top\n\n----\nbottom', 'ok'],
  );
});

test('the last expected output needs no line end', (t) => {
  t.is(parseScript('show\n----\nthe end')[0]?.expected, 'the end');
});

test('lines may end as on Windows', (t) => {
  t.is(parseScript('show\r\n----\r\na\r\nb\r\n')[0]?.expected, 'a\nb');
});

test('an ill-formed directive is refused with its line', (t) => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [script('', 'show', 'input without an end'), /line 2 has no ---- line/],
    [script('show', '----', '----', 'text'), /line 1 is not ended by two ---- lines/],
    [script('show a=(1', '----'), /line 1 has an argument that cannot be read: a=\(1/],
    [script('show =3', '----'), /line 1 has an argument that cannot be read: =3/],
    [script('show a=(1)b', '----'), /line 1 has an argument that cannot be read/],
  ];
  for (const [text, message] of cases) t.throws(() => parseScript(text), { code: 'ERR_INVALID_REQUEST', message });
});

test('a key that takes one value is refused with none or several', (t) => {
  const [directive] = parseScript(script('show one=1 none two=(1,2)', '----'));
  if (directive === undefined) return t.fail('no directive');
  t.is(singleValue(directive, 'one'), '1');
  t.is(singleValue(directive, 'absent'), undefined);
  t.throws(() => singleValue(directive, 'none'), { code: 'ERR_USAGE' });
  t.throws(() => singleValue(directive, 'two'), { code: 'ERR_USAGE' });
});

test('only whole numbers are numbers', (t) => {
  t.is(parseNumber('007'), 7);
  for (const text of ['', '-1', '1.5', '1e3', ' 1', '9007199254740993']) {
    t.throws(() => parseNumber(text), { code: 'ERR_USAGE' }, text);
  }
});
