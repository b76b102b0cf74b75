/** The store suite on SQLite files. */
import test from 'ava';
import { testFullDisk } from './full-suite.js';
import { sqlitePlace } from './places.js';
import { testStores } from './store-suite.js';

testStores(test, 'sqlite', sqlitePlace);
testFullDisk(test, 'sqlite', sqlitePlace);
