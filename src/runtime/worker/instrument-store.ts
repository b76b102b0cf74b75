/**
 * Wraps stores so that the thread's page says when it is inside one. The only thing between an actor and its store on a
 * worker; costs two atomic additions per call, and as many for each item of what is read by and by.
 */
import type { NodeStorage } from '../base/node-storage.js';
import { enterStore, leaveStore, type ThreadPage } from './thread-page.js';

type Method = (this: unknown, ...args: never[]) => unknown;

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}

function within<R>(page: ThreadPage, call: () => R): R {
  enterStore(page);
  try {
    return call();
  } finally {
    leaveStore(page);
  }
}

function isGenerator(value: unknown): value is Generator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && 'next' in value;
}

/** A generator reads when it is asked for its next item, not when it is made. */
function* itemByItem(items: Generator<unknown>, page: ThreadPage): Generator<unknown> {
  try {
    for (;;) {
      const next = within(page, () => items.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    items.return(undefined);
  }
}

/** Everything that can be asked of an object: its own properties, and those of its classes. */
function propertiesOf(object: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = object; at !== Object.prototype && at !== null; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  names.delete('constructor');
  return names;
}

/** The same store; every method publishes around its call. Properties that are not methods are read through. */
export function instrumentStore<S extends object>(store: S, page: ThreadPage): S {
  const wrapped = {};
  for (const name of propertiesOf(store)) {
    const value: unknown = Reflect.get(store, name);
    if (!isMethod(value)) {
      Object.defineProperty(wrapped, name, { get: () => Reflect.get(store, name) });
      continue;
    }
    const method: Method = (...args) => {
      enterStore(page);
      try {
        const result = value.apply(store, args);
        return isGenerator(result) ? itemByItem(result, page) : result;
      } finally {
        leaveStore(page);
      }
    };
    Object.defineProperty(wrapped, name, { value: method });
  }
  return wrapped as S;
}

/** A storage whose own calls, and those of every store it opens, publish. */
export function instrumentStorage(storage: NodeStorage, page: ThreadPage): NodeStorage {
  const outer = instrumentStore(storage, page);
  return {
    createLog: (volume, replicas) => outer.createLog(volume, replicas),
    openLog: (volume, expectation) => instrumentStore(outer.openLog(volume, expectation), page),
    hasLog: (volume) => outer.hasLog(volume),
    createState: (stateFile, meta, vshards) => outer.createState(stateFile, meta, vshards),
    openState: (stateFile) => instrumentStore(outer.openState(stateFile), page),
  };
}
