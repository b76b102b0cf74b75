/**
 * Control plane: what the main thread asks of a worker, and a worker of the main thread, some tens of times a second.
 * Comlink carries it, on ports of its own. Comlink alone would hang when the other side dies and would lose error
 * codes; here every call ends, with the answer, the other side's error, its death or a timeout.
 */
import type { MessagePort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import type { ActorRef } from '../actor/actor.js';
import type { ActorStats } from '../actor/kernel.js';
import { asQuorateError, isErrorCode, QuorateError } from '../base/errors.js';
import type { CapabilityOptions } from './capabilities.js';
import type { LinkEnd } from './link.js';

export interface WorkerStats {
  readonly thread: number;
  readonly incarnation: number;
  readonly heapUsedBytes: number;
  readonly externalBytes: number;
  /**
   * CPU time is counted by process; this is the fraction of time in which the loop was not waiting, since the last
   * call.
   */
  readonly loopUtilization: number;
  readonly undeliverable: number;
  /** The operating system's number of this thread, where it tells (Linux), else 0: CPU time is accounted by it. */
  readonly osThread: number;
}

/** Spoken by a worker. Nothing but plain data goes in and out. */
export interface WorkerControl {
  connect(end: LinkEnd): void;
  /** Imports an application's actor module, so that its kind can be spoken and started here. */
  load(moduleUrl: string, routeNumber: number): Promise<void>;
  spawn(kind: string, instance: number, options: Readonly<Record<string, unknown>>): void;
  stop(ref: ActorRef): void;
  crash(ref: ActorRef, message: string): void;
  inspect(): readonly ActorStats[];
  stats(): WorkerStats;
  openService(name: string, options: CapabilityOptions): Promise<OpenedService>;
  closeServices(): Promise<void>;
  /** Resolves once every mailbox has been empty twice in a row. */
  drain(): Promise<void>;
  /** Stops the actors and closes what keeps the thread alive. */
  close(): Promise<void>;
}

export interface OpenedService {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reopenOptions: CapabilityOptions;
}

/** Spoken by the main thread. */
export interface MainControl {
  fact(name: string): Promise<unknown>;
}

interface WireError {
  readonly quorate: true;
  readonly code: string;
  readonly message: string;
  readonly details: string;
  readonly stack: string | undefined;
}

function isWireError(value: unknown): value is WireError {
  return typeof value === 'object' && value !== null && 'quorate' in value && value.quorate === true;
}

function reviveError(wire: WireError): QuorateError {
  const code = isErrorCode(wire.code) ? wire.code : 'ERR_INVARIANT';
  const details = JSON.parse(wire.details) as Record<string, unknown>;
  const error = new QuorateError(code, wire.message, { details });
  if (wire.stack !== undefined) error.stack = `${error.stack}\n  on the other thread: ${wire.stack}`;
  return error;
}

let installed = false;

/** Makes Comlink carry `QuorateError`s whole. Once per thread; other errors travel as before. */
function installErrorTransfer(): void {
  if (installed) return;
  installed = true;
  const original = Comlink.transferHandlers.get('throw');
  if (original === undefined)
    throw new QuorateError('ERR_INVARIANT', 'this version of Comlink throws in an unknown way');
  Comlink.transferHandlers.set('throw', {
    canHandle: (value): value is unknown => original.canHandle(value),
    serialize(thrown) {
      const { value } = thrown as { value: unknown };
      if (!(value instanceof QuorateError)) return original.serialize(thrown);
      const { code, message, details, stack } = value;
      const wire: WireError = { quorate: true, code, message, details: JSON.stringify(details), stack };
      return [wire, []];
    },
    deserialize(wire: unknown) {
      if (isWireError(wire)) throw reviveError(wire);
      return original.deserialize(wire);
    },
  });
}

/** Offers `control` on the port: only what its interface names, none of what objects inherit. */
export function exposeControl<T extends object>(control: T, port: MessagePort): void {
  installErrorTransfer();
  Comlink.expose(
    Object.freeze(Object.assign(Object.create(null) as object, control)),
    port as unknown as Comlink.Endpoint,
  );
}

/** Moves a link's port along with the call. */
export function transferEnd(end: LinkEnd): LinkEnd {
  return Comlink.transfer(end, [end.port]);
}

/** Calls to the other side of a control port; none of them hangs. */
export class ControlCaller<T> {
  readonly #remote: Comlink.Remote<T>;
  readonly #port: MessagePort;
  readonly #timeoutMs: number;
  readonly #pending = new Set<(error: QuorateError) => void>();
  #dead: QuorateError | undefined;

  constructor(port: MessagePort, timeoutMs: number) {
    installErrorTransfer();
    this.#port = port;
    this.#remote = Comlink.wrap<T>(port as unknown as Comlink.Endpoint);
    this.#timeoutMs = timeoutMs;
  }

  /** `what` names the call in errors. */
  call<R>(
    what: string,
    run: (remote: Comlink.Remote<T>) => Promise<R>,
    timeoutMs: number = this.#timeoutMs,
  ): Promise<R> {
    const dead = this.#dead;
    if (dead !== undefined) return Promise.reject(dead);
    return new Promise<R>((resolve, reject) => {
      const timer = setTimeout(
        () => settle(() => reject(new QuorateError('ERR_TIMEOUT', `${what}: no answer within ${timeoutMs} ms`))),
        timeoutMs,
      );
      const die = (error: QuorateError): void => settle(() => reject(error));
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        this.#pending.delete(die);
        finish();
      };
      this.#pending.add(die);
      run(this.#remote).then(
        (value) => settle(() => resolve(value)),
        (thrown: unknown) => settle(() => reject(asQuorateError(thrown))),
      );
    });
  }

  /** The other side has ended: whatever waits for it, and whatever is called from now on, rejects. */
  die(error: QuorateError): void {
    if (this.#dead !== undefined) return;
    this.#dead = error;
    for (const reject of [...this.#pending]) reject(error);
    this.#port.close();
  }
}
