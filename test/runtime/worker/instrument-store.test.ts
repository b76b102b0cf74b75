/** Store calls as the watchdog sees them. */
import test from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { instrumentStore } from '../../../src/runtime/worker/instrument-store.js';
import { createThreadPage, readPage } from '../../../src/runtime/worker/thread-page.js';

class Store {
  readonly #secret = 41;
  readonly header = { opening: 3 };
  observe: () => boolean = () => false;

  add(by: number): number {
    if (by < 0) throw new QuorateError('ERR_STORAGE_IO', 'negative');
    return this.#secret + by + (this.observe() ? 0 : 1000);
  }

  *items(): Iterable<boolean> {
    yield this.observe();
    yield this.observe();
  }
}

test('the page says that the thread is inside the store during a call, and only then', (t) => {
  const page = createThreadPage();
  const store = new Store();
  store.observe = () => readPage(page).insideStore;
  const wrapped = instrumentStore(store, page);
  t.is(wrapped.add(1), 42);
  t.false(readPage(page).insideStore);
  t.is(readPage(page).store, 2);
  t.deepEqual(wrapped.header, { opening: 3 });
  t.is(readPage(page).store, 2);
});

test('a call that throws has left the store', (t) => {
  const page = createThreadPage();
  const wrapped = instrumentStore(new Store(), page);
  t.throws(() => wrapped.add(-1), { code: 'ERR_STORAGE_IO' });
  t.false(readPage(page).insideStore);
  t.is(readPage(page).store, 2);
});

test('what is read item by item is inside the store for each item, and outside in between', (t) => {
  const page = createThreadPage();
  const store = new Store();
  store.observe = () => readPage(page).insideStore;
  let before = readPage(page).store;
  for (const isInside of instrumentStore(store, page).items()) {
    const reading = readPage(page);
    t.true(isInside);
    t.false(reading.insideStore);
    t.true(reading.store > before, 'each item is progress');
    before = reading.store;
  }
  t.plan(6);
});
