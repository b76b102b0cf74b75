/**
 * Kinds, conditions and tags: how items look in HTTP headers. Pure.
 *
 * A revision is an entity tag in quotes. `If-Match: "5"` writes only over that revision, `If-Match: *` only over an
 * item that is there, `If-None-Match: *` only where there is none.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { QuorateError } from '../../base/errors.js';
import { command } from '../../base/proto.js';
import type { Operation } from './exchange.js';

const { ItemKind, Precondition } = command;

export const KIND_NAMES = { bytes: ItemKind.BYTES, json: ItemKind.JSON, integer: ItemKind.INTEGER } as const;
export type KindName = keyof typeof KIND_NAMES;

export function kindName(kind: command.ItemKind): KindName {
  if (kind === ItemKind.JSON) return 'json';
  return kind === ItemKind.INTEGER ? 'integer' : 'bytes';
}

const BYTES_TYPE = 'application/octet-stream';
const JSON_TYPE = 'application/json';

/** An integer's digits are JSON as they stand. */
export function contentTypeOf(kind: command.ItemKind): string {
  return kind === ItemKind.BYTES ? BYTES_TYPE : JSON_TYPE;
}

/** What a body is: as the `kind` parameter says, else bytes when its type is `application/octet-stream`, else JSON. */
export function kindOfBody(contentType: string | undefined, parameter: string | undefined): command.ItemKind {
  if (parameter !== undefined) return kindOfName(parameter);
  return contentType?.split(';')[0]?.trim().toLowerCase() === BYTES_TYPE ? ItemKind.BYTES : ItemKind.JSON;
}

export function kindOfName(name: unknown): command.ItemKind {
  if (typeof name === 'string' && Object.hasOwn(KIND_NAMES, name)) return KIND_NAMES[name as KindName];
  throw new QuorateError('ERR_INVALID_REQUEST', `kind must be json, bytes or integer, not ${JSON.stringify(name)}`);
}

export function tagOf(revision: number): string {
  return `"${revision}"`;
}

function revisionOfTag(tag: string, header: string): number {
  const revision = /^"(\d{1,16})"$/.exec(tag.trim())?.[1];
  if (revision !== undefined && Number.isSafeInteger(Number(revision))) return Number(revision);
  throw new QuorateError(
    'ERR_INVALID_REQUEST',
    `${header} must be one revision in quotes, as in "5", or *; not ${tag}`,
  );
}

export type Condition = Pick<Operation, 'precondition' | 'expectedRevision'>;

export const UNCONDITIONAL: Condition = { precondition: Precondition.NONE, expectedRevision: 0 };

/** The condition for a write. */
export function conditionOf(headers: IncomingHttpHeaders): Condition {
  const match = headers['if-match'];
  const noneMatch = headers['if-none-match'];
  if (match !== undefined && noneMatch !== undefined) {
    throw new QuorateError('ERR_INVALID_REQUEST', 'give If-Match or If-None-Match, not both');
  }
  if (noneMatch !== undefined) {
    if (noneMatch.trim() === '*') return { precondition: Precondition.ABSENT, expectedRevision: 0 };
    throw new QuorateError('ERR_INVALID_REQUEST', 'with a write, If-None-Match can only be *');
  }
  if (match === undefined) return UNCONDITIONAL;
  if (match.trim() === '*') return { precondition: Precondition.PRESENT, expectedRevision: 0 };
  return { precondition: Precondition.REVISION, expectedRevision: revisionOfTag(match, 'If-Match') };
}

/** For a read: the client has this revision already. */
export function isUnchanged(headers: IncomingHttpHeaders, revision: number): boolean {
  const noneMatch = headers['if-none-match'];
  if (noneMatch === undefined) return false;
  return noneMatch.trim() === '*' || noneMatch.split(',').some((tag) => tag.trim() === tagOf(revision));
}
