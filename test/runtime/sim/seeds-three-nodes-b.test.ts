/** The second half of the usual seeds. */
import { testSeeds } from './seeds.js';

testSeeds('three nodes under faults keep every promise', 101, 100);
