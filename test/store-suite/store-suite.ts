/**
 * The store suite: what every implementation of `NodeStorage` must do. One that is new is given a name and a factory of
 * fresh places (see `places.ts`), and passes when all of these do.
 */
import type { TestFn } from 'ava';
import { testGuards } from './guards-suite.js';
import { testLogs } from './log-suite.js';
import type { PlaceFactory } from './places.js';
import { testSequences } from './random-suite.js';
import { testStates } from './state-suite.js';

export function testStores(test: TestFn, name: string, place: PlaceFactory): void {
  testLogs(test, name, place);
  testGuards(test, name, place);
  testStates(test, name, place);
  testSequences(test, name, place);
}
