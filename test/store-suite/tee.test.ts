/** The store suite on both, every answer compared. */
import test from 'ava';
import { teePlace } from './places.js';
import { testStores } from './store-suite.js';

testStores(test, 'tee', teePlace);
