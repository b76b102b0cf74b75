/** What a cluster is made of: what its id depends on, and which plans are refused. */
import test from 'ava';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { type ClusterPlan, identityOf, parsePeers } from '../../../src/runtime/node/cluster-plan.js';

const PEERS = '1=10.0.0.1:7412,2=10.0.0.2:7412,3=10.0.0.3:7412';
const PLAN: ClusterPlan = {
  ...{ clusterName: 'shop', nodeId: 1, nodes: parsePeers(PEERS), groups: 4, volumes: 1, limits: DEFAULT_LIMITS },
};

const idOf = (changes: Partial<ClusterPlan>): string => identityOf({ ...PLAN, ...changes }).clusterId;

test('every node of a cluster comes to the same id, in whatever order it was told', (t) => {
  const reversed = parsePeers(PEERS.split(',').reverse().join(' , '));
  t.regex(idOf({}), /^shop-[0-9a-f]{16}$/);
  t.is(idOf({ nodeId: 3, nodes: reversed, volumes: 2 }), idOf({}));
  t.is(idOf({ replicas: 3 }), idOf({}));
  t.is(idOf({ limits: { ...DEFAULT_LIMITS, ...{ proposalsMax: 1 } } }), idOf({}));
});

test('whatever else a node is told makes it a node of another cluster', (t) => {
  const others = [
    idOf({ clusterName: 'shops' }),
    idOf({ groups: 5 }),
    idOf({ replicas: 1 }),
    idOf({ nodes: parsePeers(PEERS.replace('2=', '4=')) }),
    idOf({ nodes: parsePeers(PEERS.replace('10.0.0.2', '10.0.0.4')) }),
    idOf({ nodes: parsePeers(PEERS.replace('0.2:7412', '0.2:7413')) }),
    idOf({ limits: { ...DEFAULT_LIMITS, sessionRecordsMax: 1 } }),
    idOf({ limits: { ...DEFAULT_LIMITS, sessionWindow: 1 } }),
    idOf({ limits: { ...DEFAULT_LIMITS, sessionRetriesMs: 1 } }),
  ];
  t.is(new Set([...others, idOf({})]).size, others.length + 1);
});

test('the id of a plan never changes: nodes of two versions must agree on it', (t) => {
  t.is(idOf({}), 'shop-92032b123987d00b');
});

test('three replicas, or as many as there are nodes', (t) => {
  const some = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}=h${at}:1`).join(',');
  const replicas = [1, 2, 3, 5].map((count) => identityOf({ ...PLAN, nodes: parsePeers(some(count)) }).replicas);
  t.deepEqual(replicas, [1, 2, 3, 3]);
  t.is(identityOf({ ...PLAN, nodes: parsePeers(some(5)), replicas: 5 }).replicas, 5);
});

test('peers are read with names, IPv4 and IPv6 addresses', (t) => {
  t.deepEqual(parsePeers('1=Db-1.example:7412, 20=[::1]:7413,3=127.0.0.1:65535'), [
    { node: 1, host: 'db-1.example', port: 7412 },
    { node: 20, host: '::1', port: 7413 },
    { node: 3, host: '127.0.0.1', port: 65_535 },
  ]);
});

test('plans that cannot be are refused, with what to do', (t) => {
  const cases: readonly (readonly [peers: string, message: RegExp])[] = [
    ['', /'' is not ID=HOST:PORT/],
    ['1=a:1,', /'' is not ID=HOST:PORT/],
    ['a:1', /'a:1' is not ID=HOST:PORT, as in/],
    ['1=a', /'1=a' is not/],
    ['1=::1:7412', /is not ID=HOST:PORT/],
    ['1=a:1,1=b:1', /node 1 is named twice/],
    ['1=a:1,2=a:1', /nodes 1 and 2 both have a:1; each listens on one of its own/],
    ['1=A:1,2=a:1', /nodes 1 and 2 both have a:1/],
    ['2=a:1,3=b:1', /node 1, which this is, is not among them; name all nodes/],
    ['1=a:0,2=b:1', /node 1 has port 0; peers need one/],
    ['1=a:1,2=b:65536', /node 2 has port 65536/],
    ['1=0.0.0.0:1,2=b:1', /node 1 has 0\.0\.0\.0, which no peer can reach/],
    ['1=a:1,0=b:1', /node ids are 1 to 4095, not 0/],
    ['1=a:1,4096=b:1', /node ids are 1 to 4095, not 4096/],
  ];
  for (const [peers, message] of cases) {
    t.throws(() => identityOf({ ...PLAN, nodes: parsePeers(peers) }), { code: 'ERR_CONFIG', message }, peers);
  }
  t.throws(() => identityOf({ ...PLAN, replicas: 4 }), { code: 'ERR_CONFIG', message: /it can be 1 to 3/ });
  t.throws(() => identityOf({ ...PLAN, groups: 257 }), {
    code: 'ERR_CONFIG',
    message: /groups: there can be 1 to 256/,
  });
  t.throws(() => identityOf({ ...PLAN, volumes: 0 }), { code: 'ERR_CONFIG', message: /volumes: there can be 1 to 16/ });
  t.throws(() => identityOf({ ...PLAN, replicas: 0 }), { code: 'ERR_CONFIG', message: /it can be 1 to 3/ });
});
