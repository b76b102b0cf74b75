/**
 * Placement: which thread an actor lives on, as data.
 *
 * A node has one main thread (number 0, supervises only) and workers in classes. A kind belongs to a class; its
 * instances are dealt out over the workers of that class by instance number. All threads compute the same answer from
 * the same plan, so nobody asks. Actors that the plan cannot know (children, an application's actors) are found by the
 * events that tell they are up, see `links.ts`.
 */
import { PORT_KIND } from '../actor/routes.js';
import { assert } from '../base/assert.js';

/**
 * - `reactive`: gateways, groups, peer links; nothing that can block.
 * - `log`: log writers. `state`: appliers. Both wait for disks.
 * - `application`: an application's own actors.
 */
export type WorkerClass = 'reactive' | 'log' | 'state' | 'application';

export const WORKER_CLASSES: readonly WorkerClass[] = ['reactive', 'log', 'state', 'application'];

/** The main thread's number. */
export const MAIN_THREAD = 0;

/** Ports are numbered so that their thread can be read off: thread x this + a number of its own. */
const PORTS_PER_THREAD = 2 ** 20;

export interface PlacementPlan {
  /** How many workers of each class there are. */
  readonly workers: Readonly<Record<WorkerClass, number>>;
  /** The class of each kind; kinds not named here are an application's. */
  readonly kinds: Readonly<Record<string, WorkerClass>>;
}

export interface ThreadPlan {
  readonly thread: number;
  readonly workerClass: WorkerClass;
}

export interface Placement {
  /** Workers in the order of their numbers, 1 and up. */
  readonly threads: readonly ThreadPlan[];
  /** Undefined for a kind whose class has no workers. */
  threadOf(kind: string, instance: number): number | undefined;
  threadsOf(workerClass: WorkerClass): readonly number[];
}

export function createPlacement(plan: PlacementPlan): Placement {
  const threads: ThreadPlan[] = [];
  const byClass = new Map<WorkerClass, number[]>();
  for (const workerClass of WORKER_CLASSES) {
    const count = plan.workers[workerClass];
    assert(Number.isInteger(count) && count >= 0 && count <= 64, 'workers of a class are 0 .. 64', {
      workerClass,
      count,
    });
    const numbers: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const thread = threads.length + 1;
      threads.push({ thread, workerClass });
      numbers.push(thread);
    }
    byClass.set(workerClass, numbers);
  }
  const classOf = new Map(Object.entries(plan.kinds));
  const threadsOf = (workerClass: WorkerClass): readonly number[] => byClass.get(workerClass) ?? [];
  return {
    threads,
    threadsOf,
    threadOf(kind, instance) {
      if (kind === PORT_KIND) return Math.floor(instance / PORTS_PER_THREAD);
      const candidates = threadsOf(classOf.get(kind) ?? 'application');
      return candidates.length === 0 ? undefined : candidates[instance % candidates.length];
    },
  };
}

/** The instance number of a thread's n-th port. */
export function portInstance(thread: number, n: number): number {
  assert(Number.isInteger(n) && n >= 0 && n < PORTS_PER_THREAD, 'a thread has a bounded number of ports', { n });
  return thread * PORTS_PER_THREAD + n;
}
