/** What speaks against a hello, as a table. */
import test from 'ava';
import { type Hello, helloOf, judgeHello } from '../../../src/actors/peer-link/hello.js';
import type { ErrorCode } from '../../../src/runtime/base/errors.js';

const HELLO = helloOf(
  { clusterId: 'c', node: 2, volumeInstance: 'v', boot: 5, nonce: 'n5', previousNonce: 'n4' },
  1,
  false,
);
const EXPECTATION = { clusterId: 'c', node: 1, nodes: [1, 2, 3] };

interface Case {
  readonly what: string;
  readonly hello?: Partial<Hello>;
  readonly lastSeen?: Partial<Hello>;
  readonly code?: ErrorCode;
  /** What the message must say. */
  readonly says?: RegExp;
}

const CASES: readonly Case[] = [
  { what: 'a member that was never seen' },
  { what: 'a knock', hello: { isKnock: true } },
  {
    what: 'another protocol',
    hello: { protocol: 9 },
    code: 'ERR_PROTOCOL_VERSION',
    says: /version 1 .* not 9; run the same release/,
  },
  {
    what: 'another cluster',
    hello: { clusterId: 'other' },
    code: 'ERR_WRONG_CLUSTER',
    says: /cluster c, not other; initialise every node with the same arguments/,
  },
  { what: 'no cluster', hello: { clusterId: '' }, code: 'ERR_WRONG_CLUSTER' },
  {
    what: 'one that looks for somebody else',
    hello: { toNode: 3 },
    code: 'ERR_WRONG_NODE',
    says: /this is node 1, not node 3; correct the address of node 3 at node 2/,
  },
  { what: 'our own id', hello: { node: 1 }, code: 'ERR_NODE_ID_IN_USE', says: /node 1 is already running/ },
  { what: 'a stranger', hello: { node: 4 }, code: 'ERR_NOT_A_MEMBER', says: /node 4 .* expects here, which is 2, 3/ },
  { what: 'a boot that none can be', hello: { boot: 0 }, code: 'ERR_DECODE' },
  { what: 'a boot beyond all numbers', hello: { boot: 2 ** 60 }, code: 'ERR_DECODE' },
  { what: 'the same process again', lastSeen: {} },
  { what: 'its successor', lastSeen: { boot: 4, nonce: 'n4' } },
  { what: 'a later successor', lastSeen: { boot: 2, nonce: 'n2' } },
  {
    what: 'a predecessor',
    lastSeen: { boot: 6, nonce: 'n6' },
    code: 'ERR_STALE_BOOT',
    says: /start number 5, after 6 has been seen; use the directory that this node ran with last/,
  },
  { what: 'a twin', lastSeen: { nonce: 'other' }, code: 'ERR_STALE_BOOT', says: /started twice as its start number 5/ },
  { what: 'the successor of a twin', lastSeen: { boot: 4, nonce: 'other' }, code: 'ERR_STALE_BOOT' },
  {
    what: 'another directory',
    lastSeen: { boot: 4, nonce: 'n4', volumeInstance: 'w' },
    code: 'ERR_STALE_BOOT',
    says: /another directory than before/,
  },
];

for (const { what, hello, lastSeen, code, says } of CASES) {
  test(`a hello is judged: ${what} is ${code ?? 'welcome'}`, (t) => {
    const seen = lastSeen === undefined ? undefined : { ...HELLO, ...lastSeen };
    const verdict = judgeHello({ ...HELLO, ...hello }, { ...EXPECTATION, lastSeen: seen });
    t.is(verdict?.code, code);
    if (says !== undefined) t.regex(verdict?.message ?? '', says);
  });
}
