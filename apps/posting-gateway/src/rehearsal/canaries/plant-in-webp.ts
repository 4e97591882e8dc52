import type { Canary } from './canary.js';
import { exifWith } from './exif.js';
import { profileWith, xmpWith, zipWith } from './other-containers.js';
import { webpChunks } from './what-is-inside.js';

export interface PlantingInWebp {
  readonly small: Buffer;
  readonly profile: Buffer | undefined;
  readonly width: number;
  readonly height: number;
}

const has = { animation: 0x02, xmp: 0x04, exif: 0x08, alpha: 0x10, profile: 0x20 };

/** A WEBP in its extended form (RFC 9649) with the canary in every chunk that is not pixels, and behind its end. */
export function plantInWebp(webp: Buffer, canary: Canary, planting: PlantingInWebp): Buffer {
  const chunks = webpChunks(webp);
  const header = chunks.find(({ type }) => type === 'VP8X')?.body;
  const isLossless = chunks.some(({ type }) => type === 'VP8L');
  const flags = Buffer.alloc(10);
  const kept = (header?.readUInt8(0) ?? (isLossless ? has.alpha : 0)) & (has.animation | has.alpha);
  flags.writeUInt8(kept | has.xmp | has.exif | (planting.profile ? has.profile : 0), 0);
  flags.writeUIntLE(planting.width - 1, 4, 3);
  flags.writeUIntLE(planting.height - 1, 7, 3);
  const inside = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', flags),
    ...(planting.profile ? [chunk('ICCP', profileWith(canary, planting.profile))] : []),
    chunk('CaNr', canary.everyForm),
    ...chunks.filter(({ type }) => type !== 'VP8X').map(({ type, body }) => chunk(type, body)),
    chunk('EXIF', exifWith(canary, 1, planting.small)),
    chunk('XMP ', Buffer.from(xmpWith(canary))),
    chunk('C2PA', canary.everyForm),
  ]);
  return Buffer.concat([riffHead(inside), inside, canary.everyForm, zipWith(canary)]);
}

function riffHead(inside: Buffer): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(inside.length, 4);
  return head;
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
