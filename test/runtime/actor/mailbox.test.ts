/** The ring buffer under mailboxes: order, size, bounds. */
import test from 'ava';
import { Mailbox } from '../../../src/runtime/actor/mailbox.js';

interface Item {
  readonly n: number;
}

const LIMITS = { mailboxMessagesMax: 4, mailboxBytesMax: 100, nodeBytesMax: 200, nodeBytesAdmission: 0.8 };

test('what goes in comes out in order, through growth and wrapping around', (t) => {
  const mailbox = new Mailbox<Item>({ bytes: 0 });
  let next = 0;
  let expected = 0;
  for (let round = 0; round < 50; round += 1) {
    for (let i = 0; i < round; i += 1) {
      mailbox.push({ n: next }, next);
      next += 1;
    }
    for (let i = 0; i < round - 3; i += 1) {
      t.is(mailbox.headBytes(), expected);
      t.is(mailbox.shift()?.n, expected);
      expected += 1;
    }
  }
  t.is(mailbox.length, next - expected);
  t.deepEqual(
    mailbox.drain().map(({ n }) => n),
    Array.from({ length: next - expected }, (_, i) => expected + i),
  );
  t.is(mailbox.length, 0);
  t.is(mailbox.bytes, 0);
  t.is(mailbox.shift(), undefined);
});

test('messages and bytes bound what enters, except for credited messages', (t) => {
  const mailbox = new Mailbox<Item>({ bytes: 0 });
  t.false(mailbox.admits('ask', 101, LIMITS));
  t.true(mailbox.admits('ask', 100, LIMITS));
  for (let n = 0; n < 4; n += 1) mailbox.push({ n }, 1);
  t.false(mailbox.admits('ask', 1, LIMITS));
  t.false(mailbox.admits('droppable', 1, LIMITS));
  t.true(mailbox.admits('credited', 1_000, LIMITS));
});

test('all mailboxes share one budget, of which the last part is closed to new requests', (t) => {
  const total = { bytes: 0 };
  const [one, other] = [new Mailbox<Item>(total), new Mailbox<Item>(total)];
  one.push({ n: 1 }, 90);
  t.true(other.admits('ask', 70, LIMITS));
  t.false(other.admits('ask', 71, LIMITS));
  t.true(other.admits('droppable', 71, LIMITS));
  other.push({ n: 2 }, 100);
  t.false(other.admits('droppable', 11, LIMITS));
  one.shift();
  other.drain();
  t.is(total.bytes, 0);
});

test('a sweep keeps the order and the sizes of what stays', (t) => {
  const mailbox = new Mailbox<Item>({ bytes: 0 });
  for (let n = 0; n < 40; n += 1) mailbox.push({ n }, n);
  t.is(
    mailbox.sweep(({ n }) => n % 3 === 0),
    14,
  );
  t.is(mailbox.bytes, 780 - 273);
  t.true(mailbox.drain().every(({ n }, at, all) => n % 3 !== 0 && n > (all[at - 1]?.n ?? -1)));
});
