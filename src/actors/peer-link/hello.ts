/**
 * Hello: how two nodes introduce themselves, and what speaks against talking to who introduced itself. Pure.
 *
 * The identity of a process is (volume instance, boot, nonce): the directory it serves, how often that was started, and a
 * random name for this start. From it a node tells a restarted peer from an older copy of it, and both from a second
 * process that was given the same id.
 */
import { QuorateError } from '../../runtime/base/errors.js';
import { type Body, encodeMessage, peer } from '../../runtime/base/proto.js';

export type Hello = Body<peer.Hello.$Properties>;

/** Raised when frames change in a way that an older version cannot read. */
export const PEER_PROTOCOL = 1;

/** This node, as it introduces itself. */
export interface Identity {
  readonly clusterId: string;
  readonly node: number;
  readonly volumeInstance: string;
  readonly boot: number;
  readonly nonce: string;
  /** Of the start before; empty at the first. */
  readonly previousNonce: string;
}

export function helloOf(identity: Identity, toNode: number, isKnock: boolean): Hello {
  const { clusterId, node, volumeInstance, boot, nonce, previousNonce } = identity;
  return { protocol: PEER_PROTOCOL, clusterId, node, toNode, volumeInstance, boot, nonce, previousNonce, isKnock };
}

/** What a hello is judged by. */
export interface Expectation {
  readonly clusterId: string;
  /** This node. */
  readonly node: number;
  /** Of the cluster, this one included; of a connection that this node dialed, only whom it dialed. */
  readonly nodes: readonly number[];
  /** The last process of that node that was talked to. */
  readonly lastSeen?: Hello | undefined;
}

/** Why whoever sent this hello is not talked to; undefined when nothing speaks against it. */
export function judgeHello(hello: Hello, expectation: Expectation): QuorateError | undefined {
  const { protocol, clusterId, node, toNode } = hello;
  if (protocol !== PEER_PROTOCOL) {
    const what = `node ${expectation.node} speaks version ${PEER_PROTOCOL} of the protocol between nodes, not ${protocol}`;
    return new QuorateError('ERR_PROTOCOL_VERSION', `${what}; run the same release on every node`);
  }
  if (clusterId !== expectation.clusterId) {
    const what = `node ${expectation.node} belongs to cluster ${expectation.clusterId}, not ${clusterId}`;
    const how = 'initialise every node with the same arguments, and check the addresses of its peers';
    return new QuorateError('ERR_WRONG_CLUSTER', `${what}; ${how}`);
  }
  if (toNode !== expectation.node) {
    const what = `this is node ${expectation.node}, not node ${toNode}`;
    return new QuorateError('ERR_WRONG_NODE', `${what}; correct the address of node ${toNode} at node ${node}`);
  }
  if (node === expectation.node) {
    const what = `node ${node} is already running here; every node needs an id of its own`;
    return new QuorateError('ERR_NODE_ID_IN_USE', what);
  }
  if (!expectation.nodes.includes(node)) {
    const expected = expectation.nodes.filter((each) => each !== expectation.node).join(', ');
    const what = `node ${node} is not whom node ${expectation.node} expects here, which is ${expected}`;
    return new QuorateError('ERR_NOT_A_MEMBER', `${what}; initialise it as a member, or correct the addresses`);
  }
  return judgeBoot(hello, expectation.lastSeen);
}

/** A process of that node, or of a copy of its directory, that must not take the place of the one last seen. */
function judgeBoot(hello: Hello, lastSeen: Hello | undefined): QuorateError | undefined {
  const { node, boot, nonce } = hello;
  if (!Number.isSafeInteger(boot) || boot < 1) {
    return new QuorateError('ERR_DECODE', `node ${node} says that this is its start number ${boot}, which none can be`);
  }
  if (lastSeen === undefined || isSameProcess(hello, lastSeen)) return undefined;
  const reason = reasonOfStaleness(hello, lastSeen);
  if (reason === undefined) return undefined;
  const how = 'use the directory that this node ran with last; a copy or an old backup of it must not be started';
  const details = { node, boot, lastSeenBoot: lastSeen.boot, nonce };
  return new QuorateError('ERR_STALE_BOOT', `node ${node} ${reason}; ${how}`, { details });
}

function reasonOfStaleness(hello: Hello, lastSeen: Hello): string | undefined {
  const { boot, volumeInstance, previousNonce } = hello;
  if (volumeInstance !== lastSeen.volumeInstance) return 'comes with another directory than before';
  if (boot < lastSeen.boot) return `comes as its start number ${boot}, after ${lastSeen.boot} has been seen`;
  if (boot === lastSeen.boot) return `was started twice as its start number ${boot}`;
  if (boot === lastSeen.boot + 1 && previousNonce !== lastSeen.nonce) return 'does not know of its last start';
  return undefined;
}

export function isSameProcess(a: Hello, b: Hello): boolean {
  return a.boot === b.boot && a.nonce === b.nonce && a.volumeInstance === b.volumeInstance;
}

/** Payloads of frames with one thing in them. */
export const framePayload = {
  hello: (hello: Hello): Uint8Array => encodeMessage(peer.Frame, { hello }),
  refusal: ({ code, message }: QuorateError): Uint8Array =>
    encodeMessage(peer.Frame, { refusal: { errorCode: code, errorMessage: message } }),
  /** Says that the sender lives, and where its clients reach it when that is known. */
  addresses: (addresses: peer.Addresses.$Properties | undefined): Uint8Array =>
    addresses === undefined ? ALIVE : encodeMessage(peer.Frame, { addresses }),
  ping: (ping: number): Uint8Array => encodeMessage(peer.Frame, { ping }),
  pong: (pong: number): Uint8Array => encodeMessage(peer.Frame, { pong }),
};

/** An empty frame. */
export const ALIVE: Uint8Array = new Uint8Array(0);
