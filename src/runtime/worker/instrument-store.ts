/**
 * Wraps stores so that the thread's page says when it is inside one. The only thing between an actor and its store on a
 * worker; costs two atomic additions per call.
 */
import type { NodeStorage } from '../base/node-storage.js';
import { enterStore, leaveStore, type ThreadPage } from './thread-page.js';

type Method = (this: unknown, ...args: never[]) => unknown;

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}

/** The same store; every method publishes around its call. Properties that are not methods are read through. */
export function instrumentStore<S extends object>(store: S, page: ThreadPage): S {
  const wrapped = new Map<PropertyKey, Method>();
  return new Proxy(store, {
    get(target, name) {
      const known = wrapped.get(name);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, name, target);
      if (!isMethod(value)) return value;
      const method: Method = (...args) => {
        enterStore(page);
        try {
          return value.apply(target, args);
        } finally {
          leaveStore(page);
        }
      };
      wrapped.set(name, method);
      return method;
    },
  });
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
