/** The direction of imports and the purity of actors, as the layout in `docs/` promises them. */
import test from 'ava';
import { importsOf, sourceFiles } from './source-files.js';

/** What each folder may import, besides itself. The longest matching prefix decides. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/runtime/base/': ['#proto/'],
  'src/runtime/actor/': ['src/runtime/base/'],
  'src/runtime/storage/': ['src/runtime/base/', 'src/runtime/actor/'],
  'src/runtime/net/': ['src/runtime/base/', 'src/runtime/actor/', 'src/actors/gateway/', 'src/actors/peer-link/'],
  'src/runtime/worker/': ['src/runtime/base/', 'src/runtime/actor/'],
  'src/runtime/sim/': ['src/runtime/base/', 'src/runtime/actor/', 'src/actors/'],
  'src/runtime/node/': ['src/runtime/', 'src/actors/'],
  'src/actors/': ['src/runtime/base/', 'src/runtime/actor/', 'src/actors/'],
  'src/actors/raft/core/': ['src/runtime/base/'],
  'src/client/': ['src/runtime/base/', 'src/runtime/net/frame'],
  'src/cli/': ['src/'],
  'src/index.ts': ['src/'],
};

/** Packages and platform modules, by folder: nothing else comes from outside. */
const MAY_USE: Readonly<Record<string, RegExp>> = {
  'src/runtime/base/': /^(node:(buffer|crypto|zlib|fs|path|util)|protobufjs\/minimal\.js)$/,
  'src/runtime/actor/': /^$/,
  'src/actors/': /^$/,
  'src/runtime/storage/': /^(node:.*|better-sqlite3)$/,
  'src/runtime/net/': /^node:.*$/,
  'src/runtime/worker/': /^(node:.*|comlink|piscina)$/,
  'src/runtime/sim/': /^node:.*$/,
  'src/runtime/node/': /^node:.*$/,
  'src/client/': /^node:.*$/,
  'src/cli/': /^node:.*$/,
  'src/index.ts': /^$/,
};

function ruleOf<T>(rules: Readonly<Record<string, T>>, path: string): T | undefined {
  const prefix = Object.keys(rules)
    .filter((candidate) => path.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? undefined : rules[prefix];
}

test('imports point downwards', (t) => {
  const wrong: string[] = [];
  for (const file of sourceFiles('src')) {
    const allowed = ruleOf(MAY_IMPORT, file.path);
    if (allowed === undefined) {
      wrong.push(`${file.path} lies in a folder that has no place in the layout`);
      continue;
    }
    const own = Object.keys(MAY_IMPORT).filter((prefix) => file.path.startsWith(prefix));
    for (const target of importsOf(file).filter(({ external }) => !external)) {
      const fine = [...own, ...allowed].some((prefix) => target.path.startsWith(prefix));
      if (!fine) wrong.push(`${file.path} imports ${target.path}`);
    }
  }
  t.deepEqual(wrong, []);
});

test('each folder uses only the packages and platform modules that are its business', (t) => {
  const wrong: string[] = [];
  for (const file of sourceFiles('src')) {
    const allowed = ruleOf(MAY_USE, file.path);
    for (const target of importsOf(file)) {
      if (!target.external || target.path.startsWith('#proto/')) continue;
      if (allowed?.test(target.path) !== true) wrong.push(`${file.path} uses ${target.path}`);
    }
  }
  t.deepEqual(wrong, []);
});

test('only base/proto.ts imports generated code, so that the codec setup always comes first', (t) => {
  const importers = [...sourceFiles('src'), ...sourceFiles('test'), ...sourceFiles('scripts')].filter((file) =>
    importsOf(file).some((target) => target.path.startsWith('#proto/')),
  );
  t.deepEqual(
    importers.map((file) => file.path),
    ['src/runtime/base/proto.ts'],
  );
});

const IMPURE =
  /\b(Date|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|performance|process(?!:)|console)\b/;

test('actors and the kernel know no clock, chance, timer or process but those they are given', (t) => {
  const impure: string[] = [];
  for (const file of [...sourceFiles('src/actors'), ...sourceFiles('src/runtime/actor')]) {
    file.codeLines.forEach((line, number) => {
      const found = IMPURE.exec(line);
      if (found !== null) impure.push(`${file.path}:${number + 1} uses ${found[1]}`);
    });
  }
  t.deepEqual(impure, []);
});
