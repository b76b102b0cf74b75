/** What the main thread gives to `node-capabilities.ts` on the workers, and the names by which they call each other. */
import type { Limits } from '../base/limits.js';
import type { NodeIdentity } from './identity.js';

/** Cloned to every worker. */
export interface NodeCapabilityOptions {
  readonly dataDir: string;
  readonly bootNonce: string;
  readonly identity: NodeIdentity;
  readonly limits: Limits;
}

export interface ListenerOptions {
  readonly node: NodeCapabilityOptions;
  readonly host: string;
  readonly port: number;
  readonly httpPort: number;
  readonly insecure: boolean;
}

export interface PeerSocketsOptions {
  readonly node: NodeCapabilityOptions;
  readonly host: string;
  readonly port: number;
  readonly insecure: boolean;
}

export const LISTENERS = 'listeners';
export const PEER_SOCKETS = 'peer-sockets';
export const STATUS_FACT = 'status';
export const METRICS_FACT = 'metrics';
