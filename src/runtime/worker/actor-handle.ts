/**
 * Actor handle: an application's way to talk to one actor of its system, wherever it runs and however often it
 * restarts.
 */
import type { ActorRef, PeerEvent } from '../actor/actor.js';
import type { Port } from '../actor/kernel.js';
import type { AnyMessage } from '../actor/protocol.js';

export interface AskOptions {
  /** Default: the system's `askTimeoutMs`. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export class ActorHandle<M extends AnyMessage = AnyMessage> {
  readonly ref: ActorRef<M>;
  readonly name: string;
  readonly #port: Port;
  readonly #askTimeoutMs: number;
  readonly #stop: () => Promise<void>;

  constructor(ref: ActorRef<M>, name: string, port: Port, askTimeoutMs: number, stop: () => Promise<void>) {
    this.ref = ref;
    this.name = name;
    this.#port = port;
    this.#askTimeoutMs = askTimeoutMs;
    this.#stop = stop;
  }

  /** Sends without waiting. What finds no room or no actor is reported by the system's `undelivered` event. */
  tell(message: M): void {
    this.#port.send(this.ref, message);
  }

  /**
   * Resolves with the actor's answer. Rejects with what the actor refused it with, or `ERR_TIMEOUT`, `ERR_ABORTED`,
   * `ERR_MAILBOX_FULL`, and `ERR_ACTOR_STOPPED` when the actor, its thread or the system ends first. Whether a message
   * that was asked had an effect is unknown after `ERR_TIMEOUT`, `ERR_ABORTED` and `ERR_ACTOR_STOPPED`.
   */
  ask(message: M, options: AskOptions = {}): Promise<M> {
    const { timeoutMs = this.#askTimeoutMs, signal } = options;
    const asking = this.#port.ask(this.ref, message, signal === undefined ? { timeoutMs } : { timeoutMs, signal });
    return asking as Promise<M>;
  }

  /** Calls back when the actor goes up or down; at once if it is up. Until the system stops. */
  watch(onEvent: (event: PeerEvent) => void): void {
    this.#port.watch(this.ref, onEvent);
  }

  /** Stops the actor for good. Resolves when it is down. */
  stop(): Promise<void> {
    return this.#stop();
  }
}
