/** The store suite's part for logs: what every log store does, by behaviour. */
import { Buffer } from 'node:buffer';
import type { TestFn } from 'ava';
import type { PlaceFactory } from './places.js';
import { entries, entry, expecting, lines, newLog, nextAppend, readAll, rowOf, VOLUME, write } from './samples.js';

export function testLogs(test: TestFn, name: string, place: PlaceFactory): void {
  testNewVolumes(test, name, place);
  testOpenings(test, name, place);
  testAppends(test, name, place);
  testTransactions(test, name, place);
  testTruncation(test, name, place);
  testPurging(test, name, place);
  testReads(test, name, place);
}

function testNewVolumes(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: a new volume has its header and empty logs behind the initial state`, (t) => {
    const { storage } = place(t);
    t.false(storage.hasLog(0));
    const log = newLog(storage, 2);
    t.true(storage.hasLog(0));
    t.like(log.header, { ...VOLUME, nodeBoot: 1, bootNonce: 'nonce-1', previousBootNonce: '', opening: 1 });
    t.deepEqual(
      log.groups().map(({ group }) => group),
      [1, 2],
    );
    const start = { index: 1, term: 1, chain: 0 };
    t.deepEqual(log.group(2), {
      group: 2,
      replica: 20,
      term: 1,
      vote: 0,
      commit: 1,
      last: start,
      purge: start,
      sequence: 0,
      stateFile: 'state-2-20-1.db',
      flags: 0,
    });
    t.is(log.group(3), undefined);
    t.deepEqual(log.spans(1), []);
    log.close();
  });

  test(`${name}: a volume is created once`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, entries(2, 3));
    log.close();
    t.throws(() => storage.createLog(VOLUME, []), { code: 'ERR_DATA_DIR_UNUSABLE' });
    const reopened = storage.openLog(0, expecting());
    t.is(readAll(reopened, 1).length, 3);
    reopened.close();
  });

  test(`${name}: only the cluster and node it belongs to open a volume`, (t) => {
    const { storage } = place(t);
    newLog(storage).close();
    t.throws(() => storage.openLog(0, { ...expecting(), clusterId: 'other' }), { code: 'ERR_WRONG_CLUSTER' });
    t.throws(() => storage.openLog(0, { ...expecting(), nodeId: 2 }), { code: 'ERR_WRONG_NODE' });
    t.throws(() => storage.openLog(1, expecting()), { code: 'ERR_DATA_DIR_UNUSABLE' });
    const log = storage.openLog(0, expecting());
    t.is(log.header.opening, 2);
    log.close();
  });
}

function testOpenings(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: every opening counts, and a new nonce raises the boot`, (t) => {
    const { storage } = place(t);
    newLog(storage).close();
    const again = storage.openLog(0, expecting());
    t.like(again.header, { opening: 2, nodeBoot: 1, bootNonce: 'nonce-1', previousBootNonce: '', commitSequence: 2 });
    again.close();
    const next = storage.openLog(0, expecting('nonce-2'));
    t.like(next.header, { opening: 3, nodeBoot: 2, bootNonce: 'nonce-2', previousBootNonce: 'nonce-1' });
    next.close();
  });
}

function testAppends(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: what was appended is read back, also after reopening`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    const written = [...entries(2, 3), entry(5, { data: new Uint8Array(0), type: 1 }), entry(6, { term: 3, type: 2 })];
    write(log, 1, written, { term: 4, vote: 2, commit: 3 });
    const row = rowOf(log, 1);
    t.like(row, { term: 4, vote: 2, commit: 3, sequence: 1 });
    t.like(row.last, { index: 6, term: 3 });
    t.deepEqual(lines(readAll(log, 1)), lines(written));
    log.close();
    const reopened = storage.openLog(0, expecting());
    t.deepEqual(reopened.group(1), row);
    t.deepEqual(lines(readAll(reopened, 1)), lines(written));
    reopened.close();
  });

  test(`${name}: an append without entries writes the hard state only`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, [], { term: 7, vote: 3 });
    t.like(rowOf(log, 1), { term: 7, vote: 3, sequence: 1, last: { index: 1, term: 1, chain: 0 } });
    t.deepEqual(log.spans(1), []);
    log.close();
  });

  test(`${name}: every commit raises the commit sequence, an empty one too`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    const before = log.header.commitSequence;
    write(log, 1, entries(2, 1));
    log.begin();
    log.commit();
    t.is(log.header.commitSequence, before + 2);
    log.close();
    const reopened = storage.openLog(0, expecting());
    t.is(reopened.header.commitSequence, before + 3);
    reopened.close();
  });
}

function testTransactions(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: one transaction takes appends of several groups`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage, 3);
    log.begin();
    log.append(1, nextAppend(log, 1, { entries: entries(2, 2) }));
    log.append(3, nextAppend(log, 3, { entries: entries(2, 4) }));
    log.append(1, nextAppend(log, 1, { entries: entries(4, 1), commit: 3 }));
    t.is(rowOf(log, 1).last.index, 4, 'seen inside the transaction');
    log.commit();
    t.deepEqual(
      log.groups().map(({ last, sequence }) => [last.index, sequence]),
      [
        [4, 2],
        [1, 0],
        [5, 1],
      ],
    );
    t.not(rowOf(log, 1).last.chain, rowOf(log, 3).last.chain);
    log.close();
  });

  test(`${name}: a rolled-back or unfinished transaction leaves nothing`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, entries(2, 2));
    const { row, header } = { row: rowOf(log, 1), header: log.header };
    log.begin();
    log.append(1, nextAppend(log, 1, { entries: entries(3, 5, { term: 2 }) }));
    t.is(rowOf(log, 1).last.index, 7);
    log.rollback();
    log.rollback();
    t.deepEqual([log.group(1), log.header], [row, header]);
    t.deepEqual(lines(readAll(log, 1)), lines(entries(2, 2)));
    log.begin();
    log.append(1, nextAppend(log, 1, { entries: entries(4, 5) }));
    log.close();
    const reopened = storage.openLog(0, expecting());
    t.deepEqual(reopened.group(1), row);
    reopened.close();
  });
}

function testTruncation(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: spans tell terms and membership entries without payloads`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, [entry(2), entry(3, { type: 1 }), entry(4, { term: 2 }), entry(5, { term: 2, type: 2 })]);
    write(log, 1, [entry(6, { term: 2 })]);
    const expected = [
      {
        first: 2,
        last: 5,
        termStarts: [
          { term: 1, index: 2 },
          { term: 2, index: 4 },
        ],
        membershipIndexes: [3, 5],
      },
      { first: 6, last: 6, termStarts: [{ term: 2, index: 6 }], membershipIndexes: [] },
    ];
    t.deepEqual(log.spans(1), expected);
    log.close();
    const reopened = storage.openLog(0, expecting());
    t.deepEqual(reopened.spans(1), expected);
    reopened.close();
  });

  for (const [where, from] of [
    ['inside a row', 6],
    ['at the start of a row', 8],
    ['inside an earlier row', 3],
    ['at the start of the log', 2],
    ['at the end', 11],
  ] as const) {
    test(`${name}: an append that begins ${where} replaces what follows`, (t) => {
      const { storage } = place(t);
      const log = newLog(storage);
      for (const first of [2, 5, 8]) write(log, 1, entries(first, 3, { data: Buffer.alloc(40, first) }));
      const kept = readAll(log, 1).slice(0, from - 2);
      write(log, 1, entries(from, 2, { term: 2 }));
      const expected = lines([...kept, ...entries(from, 2, { term: 2 })]);
      t.deepEqual(lines(readAll(log, 1)), expected);
      t.is(rowOf(log, 1).last.index, from + 1);
      t.is(log.spans(1).at(-1)?.first, from);
      log.close();
      const reopened = storage.openLog(0, expecting());
      t.deepEqual(lines(readAll(reopened, 1)), expected);
      reopened.close();
    });
  }

  test(`${name}: a truncation is undone with its transaction`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, entries(2, 5));
    log.begin();
    log.append(1, nextAppend(log, 1, { entries: entries(4, 1, { term: 2 }) }));
    log.rollback();
    t.deepEqual(lines(readAll(log, 1)), lines(entries(2, 5)));
    log.close();
  });
}

function testPurging(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: purging deletes whole rows, a bounded number at a time`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    for (const first of [2, 4, 6, 8]) write(log, 1, entries(first, 2));
    log.begin();
    t.true(log.purge(1, 8, 2), 'a third row ends at 7');
    t.like(rowOf(log, 1).purge, { index: 5, term: 1 });
    log.commit();
    log.begin();
    t.false(log.purge(1, 8, 2), 'the row that holds 8 reaches further');
    log.commit();
    t.is(rowOf(log, 1).purge.index, 7);
    t.deepEqual(lines(readAll(log, 1)), lines(entries(8, 2)));
    t.throws(() => log.read(1, 7, 9, 100), { code: 'ERR_INVARIANT' });
    log.close();
    const reopened = storage.openLog(0, expecting());
    t.deepEqual(lines(readAll(reopened, 1)), lines(entries(8, 2)));
    reopened.close();
  });

  test(`${name}: a log that was purged to its end goes on`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, entries(2, 3));
    log.begin();
    t.false(log.purge(1, 4, 10));
    log.commit();
    const { last, purge } = rowOf(log, 1);
    t.deepEqual(last, purge);
    log.close();
    const reopened = storage.openLog(0, expecting());
    write(reopened, 1, entries(5, 2));
    t.deepEqual(lines(readAll(reopened, 1)), lines(entries(5, 2)));
    reopened.close();
  });
}

function testReads(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: reads honour their range and their size, but return at least one entry`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    for (const first of [2, 5]) write(log, 1, entries(first, 3, { data: Buffer.alloc(100, first) }));
    const indexes = (from: number, to: number, bytes: number) => log.read(1, from, to, bytes).map(({ index }) => index);
    t.deepEqual(indexes(3, 6, 1_000), [3, 4, 5, 6]);
    t.deepEqual(indexes(4, 4, 1_000), [4]);
    t.deepEqual(indexes(2, 7, 300), [2, 3, 4]);
    t.deepEqual(indexes(2, 7, 299), [2, 3]);
    t.deepEqual(indexes(6, 7, 0), [6]);
    for (const [from, to] of [
      [1, 3],
      [2, 8],
      [4, 3],
    ] as const) {
      t.throws(() => log.read(1, from, to, 100), { code: 'ERR_INVARIANT' });
    }
    log.close();
  });

  test(`${name}: a large append lies in several rows, an entry beyond a row's size in one of its own`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    const sizes = [400, 400, 400, 1_500, 10].map((kib) => kib * 1024);
    const written = sizes.map((bytes, i) => entry(2 + i, { data: Buffer.alloc(bytes, i) }));
    write(log, 1, written);
    t.deepEqual(
      log.spans(1).map(({ first, last }) => [first, last]),
      [
        [2, 3],
        [4, 4],
        [5, 5],
        [6, 6],
      ],
    );
    t.true(lines(readAll(log, 1)).every((line, i) => line === lines(written)[i]));
    log.close();
  });

  test(`${name}: a checkpoint moves what the write-ahead log holds`, (t) => {
    const { storage } = place(t);
    const log = newLog(storage);
    write(log, 1, entries(2, 10));
    t.true(log.walBytes() > 0);
    log.checkpoint('passive');
    t.is(log.walBytes(), 0);
    write(log, 1, entries(12, 10));
    log.checkpoint('truncate');
    t.is(log.walBytes(), 0);
    t.is(readAll(log, 1).length, 20);
    log.close();
  });
}
