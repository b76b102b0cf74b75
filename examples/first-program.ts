/**
 * A first program: what the README shows, to the letter. It stores an item, changes it on condition, counts, and lists
 * what lies in one partition.
 *
 *     npm start                                # in one terminal
 *     node dist/examples/first-program.js      # in another; running it again does no harm
 *
 * Within this repository it imports the sources; a program of your own imports from 'quorate'.
 */
import { connect } from '../src/index.js';

const client = await connect(process.argv[2] ?? '127.0.0.1:7411');
const accounts = client.collection('accounts');

await accounts.put('alice', { plan: 'basic' });
const alice = await accounts.get('alice');
await accounts.put('alice', { plan: 'pro' }, { ifRevision: alice?.revision });

await accounts.put('{alice}/visits', 0, { kind: 'integer' });
const { integer } = await accounts.increment('{alice}/visits', 1);
console.log('visits', integer);

for await (const item of accounts.scan({ prefix: '{alice}' })) console.log(item.key, item.value);
await client.close();
