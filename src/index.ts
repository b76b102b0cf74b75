/**
 * Quorate's public API, and nothing else. `connect` is the client, `openNode` embeds a node (`initNode` makes
 * the directory of one of several), `createSystem` is the local actor runtime by itself.
 */
export {
  type BatchOperation,
  type Client,
  type ClientStatistics,
  type Collection,
  type Condition,
  type ConditionalOptions,
  type ConnectOptions,
  connect,
  type DeleteResult,
  type IncrementResult,
  type Item,
  type ItemKind,
  JsonText,
  type OperationResult,
  type PutOptions,
  type PutResult,
  type ReadOptions,
  type RequestOptions,
  type ScanOptions,
  type StatusDocument,
  type WriteOptions,
} from './client/client.js';
export type {
  Actor,
  ActorContext,
  ActorRef,
  Asker,
  Log,
  Metrics,
  PeerEvent,
  TimerId,
} from './runtime/actor/actor.js';
export type { ActorStats } from './runtime/actor/kernel.js';
export {
  type AnyMessage,
  type Delivery,
  defineProtocol,
  type MessageOf,
  message,
  type Protocol,
} from './runtime/actor/protocol.js';
export type { SupervisionRow, SupervisionTable } from './runtime/actor/supervision.js';
export type { NodeConfig } from './runtime/base/config.js';
export { type ErrorCode, QuorateError } from './runtime/base/errors.js';
export type { Limits } from './runtime/base/limits.js';
export { type InitializedNode, type InitNodeOptions, initNode } from './runtime/node/init-node.js';
export { type Address, type OpenNodeOptions, openNode, type QuorateNode } from './runtime/node/open-node.js';
export type { GroupReport, MemberReport, NodeStatus, PeerReport } from './runtime/node/status.js';
export { runSeed, type SeedOptions, type SeedReport } from './runtime/sim/run-seed.js';
export { createTestSystem, type TestSystem, type TestSystemOptions } from './runtime/sim/test-system.js';
export type { ActorHandle, AskOptions } from './runtime/worker/actor-handle.js';
export { type ActorDefinition, defineActor } from './runtime/worker/define-actor.js';
export { EXIT_STATUS, type Fatal } from './runtime/worker/exit-status.js';
export { JobPool, type JobPoolOptions } from './runtime/worker/jobs.js';
export { jsonProtocol } from './runtime/worker/json-protocol.js';
export { createJsonLog, createLog, stderrLog } from './runtime/worker/log.js';
export type { WorkerClass } from './runtime/worker/placement.js';
export { type ActorSystem, createSystem } from './runtime/worker/system.js';
export type { SystemOptions } from './runtime/worker/system-options.js';
export type { SpawnOptions, SystemEvents, SystemReport } from './runtime/worker/system-report.js';
