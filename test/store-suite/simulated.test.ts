/** The store suite on the simulated disk. */
import test from 'ava';
import { testFullDisk } from './full-suite.js';
import { simulatedPlace } from './places.js';
import { testStores } from './store-suite.js';

testStores(test, 'simulated', simulatedPlace);
testFullDisk(test, 'simulated', simulatedPlace);
