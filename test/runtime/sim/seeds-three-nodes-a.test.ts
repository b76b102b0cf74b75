/** The first half of the usual seeds; two files, so that two processes share them. */
import { testSeeds } from './seeds.js';

testSeeds('three nodes under faults keep every promise', 1, 100);
