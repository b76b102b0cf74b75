/**
 * Record CRC: over the columns of one row of a table, in an order that the caller fixes. Numbers count as 64-bit
 * little-endian, texts and bytes after their length. The values are on disk, so the format is pinned.
 */
import { Buffer } from 'node:buffer';
import { assertUint53 } from '../base/assert.js';
import { crc32 } from '../base/crc.js';
import { QuorateError } from '../base/errors.js';

const SCRATCH_BYTES = 512;
const TEXT_BYTES_MAX = SCRATCH_BYTES / 2;

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
  const bytes = (value: Uint8Array) => {
    number(value.length);
    flush();
    crc = crc32(value, crc);
  };
  for (const field of fields) {
    if (length + 8 + TEXT_BYTES_MAX > SCRATCH_BYTES) flush();
    if (typeof field === 'number') {
      number(field);
    } else if (typeof field === 'string') {
      if (field.length * 3 > TEXT_BYTES_MAX) {
        bytes(Buffer.from(field, 'utf8'));
        continue;
      }
      number(Buffer.byteLength(field, 'utf8'));
      length += scratch.write(field, length, 'utf8');
    } else {
      bytes(field);
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
