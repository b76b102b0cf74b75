/**
 * Record CRC: over the columns of one row of a table, in an order that the caller fixes. The values are on disk, so the
 * format is pinned: a number counts as 64 bits, little-endian; a text (UTF-8) or bytes after their length, whose upper 32
 * bits say which of the two they are. No number reaches so high, so a damaged row whose column came back as another type
 * does not pass for the one that was written: nothing instead of 0, for example.
 */
import { Buffer } from 'node:buffer';
import { assertUint53 } from '../base/assert.js';
import { crc32 } from '../base/crc.js';
import { QuorateError } from '../base/errors.js';

const SCRATCH_BYTES = 512;
const TEXT_BYTES_MAX = SCRATCH_BYTES / 2;
/** Upper half of a length. */
const TEXT = 0x8000_0000;
const BYTES = 0xc000_0000;

export type Field = number | string | Uint8Array;

const scratch = Buffer.alloc(SCRATCH_BYTES);

/** Throws when a field is not what a column of ours can hold. */
export function recordCrc(fields: readonly Field[]): number {
  let crc = 0;
  let length = 0;
  const flush = () => {
    crc = crc32(scratch.subarray(0, length), crc);
    length = 0;
  };
  const number = (value: number) => {
    assertUint53(value, 'a stored number');
    scratch.writeUInt32LE(value >>> 0, length);
    scratch.writeUInt32LE(Math.floor(value / 2 ** 32), length + 4);
    length += 8;
  };
  const lengthOf = (kind: number, value: number) => {
    scratch.writeUInt32LE(value, length);
    scratch.writeUInt32LE(kind, length + 4);
    length += 8;
  };
  const bytes = (kind: number, value: Uint8Array) => {
    lengthOf(kind, value.length);
    flush();
    crc = crc32(value, crc);
  };
  for (const field of fields) {
    if (length + 8 + TEXT_BYTES_MAX > SCRATCH_BYTES) flush();
    if (typeof field === 'number') {
      number(field);
    } else if (typeof field === 'string') {
      if (field.length * 3 > TEXT_BYTES_MAX) {
        bytes(TEXT, Buffer.from(field, 'utf8'));
        continue;
      }
      lengthOf(TEXT, Buffer.byteLength(field, 'utf8'));
      length += scratch.write(field, length, 'utf8');
    } else {
      bytes(BYTES, field);
    }
  }
  flush();
  return crc;
}

/** Throws `ERR_CORRUPT` unless the row has the CRC it was stored with. */
export function verifyRecord(
  what: string,
  stored: number,
  fields: readonly Field[],
  details: Readonly<Record<string, unknown>> = {},
): void {
  let fits = false;
  try {
    fits = recordCrc(fields) === stored;
  } catch {
    // A column holds something that was never stored there: as damaged as a wrong sum.
  }
  if (!fits) throw new QuorateError('ERR_CORRUPT', `${what} does not match its checksum`, { details });
}
