import type { Canary } from './canary.js';

type Type = 'ascii' | 'short' | 'long' | 'rational' | 'undefined' | 'byte';
interface Entry {
  readonly tag: number;
  readonly type: Type;
  readonly value: Buffer;
}

const types: Record<Type, { readonly code: number; readonly size: number }> = {
  byte: { code: 1, size: 1 },
  ascii: { code: 2, size: 1 },
  short: { code: 3, size: 2 },
  long: { code: 4, size: 4 },
  rational: { code: 5, size: 8 },
  undefined: { code: 7, size: 1 },
};

const short = (tag: number, value: number): Entry => ({ tag, type: 'short', value: little(value, 2) });
const long = (tag: number, value: number): Entry => ({ tag, type: 'long', value: little(value, 4) });
const words = (tag: number, text: Buffer | string): Entry => ({
  ...{ tag, type: 'ascii' },
  value: Buffer.concat([Buffer.from(text), Buffer.from([0])]),
});

function little(value: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
}

/**
 * A TIFF block (Exif 2.32) with a canary wherever a camera writes: who took it, comments in two encodings, the maker's
 * note, where it was taken, and a second directory with a thumbnail that is a JPEG of its own.
 */
export function exifWith(canary: Canary, orientation: number, thumbnail: Buffer): Buffer {
  const comment = Buffer.concat([Buffer.from('UNICODE\0'), canary.utf16]);
  const first = (exifAt: number, gpsAt: number): Entry[] => [
    words(0x010e, canary.ascii),
    words(0x010f, canary.ascii),
    short(0x0112, orientation),
    words(0x013b, canary.base64),
    long(0x8769, exifAt),
    long(0x8825, gpsAt),
    { tag: 0x9c9c, type: 'byte', value: canary.utf16 },
  ];
  const camera: Entry[] = [
    { tag: 0x927c, type: 'undefined', value: canary.everyForm },
    { tag: 0x9286, type: 'undefined', value: comment },
    words(0xa431, canary.ascii),
  ];
  const place: Entry[] = [
    words(0x0001, 'N'),
    { tag: 0x0002, type: 'rational', value: degrees(51, 30, 26) },
    words(0x0003, 'W'),
    { tag: 0x0004, type: 'rational', value: degrees(0, 7, 39) },
    { tag: 0x001b, type: 'undefined', value: Buffer.concat([Buffer.from('ASCII\0\0\0'), canary.ascii]) },
  ];
  const small = (at: number): Entry[] => [short(0x0103, 6), long(0x0201, at), long(0x0202, thumbnail.length)];
  const at = 8;
  const exifAt = at + directory(first(0, 0), at, 0).length;
  const gpsAt = exifAt + directory(camera, exifAt, 0).length;
  const secondAt = gpsAt + directory(place, gpsAt, 0).length;
  const thumbnailAt = secondAt + directory(small(0), secondAt, 0).length;
  return Buffer.concat([
    Buffer.from('II*\0'),
    little(at, 4),
    directory(first(exifAt, gpsAt), at, secondAt),
    directory(camera, exifAt, 0),
    directory(place, gpsAt, 0),
    directory(small(thumbnailAt), secondAt, 0),
    thumbnail,
  ]);
}

const degrees = (...parts: number[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [little(part, 4), little(1, 4)]));

/** A directory with the values that do not fit into its entries behind it. */
function directory(entries: readonly Entry[], at: number, next: number): Buffer {
  const rows: Buffer[] = [];
  const behind: Buffer[] = [];
  let free = at + 2 + entries.length * 12 + 4;
  for (const { tag, type, value } of entries) {
    const { code, size } = types[type];
    const inside = Buffer.alloc(4);
    if (value.length <= 4) value.copy(inside);
    else {
      inside.writeUInt32LE(free);
      behind.push(value);
      free += value.length;
    }
    rows.push(little(tag, 2), little(code, 2), little(value.length / size, 4), inside);
  }
  return Buffer.concat([little(entries.length, 2), ...rows, little(next, 4), ...behind]);
}
