/**
 * Untaken: answers that wait for those who asked, over all connections of a listener. Each connection may leave some; when all
 * of them together leave too much, the one that leaves most has to go, whoever asked last.
 */
export class Untaken<C> {
  readonly #bytesMax: number;
  readonly #bytesOf = new Map<C, number>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  of(connection: C): number {
    return this.#bytesOf.get(connection) ?? 0;
  }

  /** So much waits for this one now. Returns whoever has to go, which may be another. */
  set(connection: C, bytes: number): C | undefined {
    this.#bytes += bytes - this.of(connection);
    if (bytes === 0) this.#bytesOf.delete(connection);
    else this.#bytesOf.set(connection, bytes);
    return this.#bytes > this.#bytesMax ? this.#largest() : undefined;
  }

  #largest(): C | undefined {
    let largest: C | undefined;
    for (const [connection, bytes] of this.#bytesOf) {
      if (largest === undefined || bytes > this.of(largest)) largest = connection;
    }
    return largest;
  }
}
