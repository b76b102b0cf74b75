/** One node: every group has a single voter, and logs are purged. */
import { testSeeds } from './seeds.js';

testSeeds('one node under faults keeps every promise', 1, 50, { nodes: 1 });
