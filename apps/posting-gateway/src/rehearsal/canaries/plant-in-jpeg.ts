import { big16, big32, type Canary } from './canary.js';
import { exifWith } from './exif.js';
import { pdfWith, profileWith, xmpWith, zipWith } from './other-containers.js';

const segment = (marker: number, ...parts: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([0xff, marker]), big16(body.length + 2), body]);
};
const comment = (...parts: (Buffer | string)[]) => segment(0xfe, ...parts);

export interface PlantingInJpeg {
  readonly orientation: number;
  /** A small JPEG, for a thumbnail and for a second picture behind the first. */
  readonly small: Buffer;
  readonly profile: Buffer | undefined;
}

/** A JPEG with the canary wherever ITU-T T.81, Exif, XMP, IPTC, ICC, MPF and habit let somebody write. */
export function plantInJpeg(jpeg: Buffer, canary: Canary, planting: PlantingInJpeg): Buffer {
  const small = commented(planting.small, canary);
  const atTheFront = [
    comment(pdfWith(canary)),
    segment(0xe1, 'Exif\0\0', exifWith(canary, planting.orientation, small)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmpWith(canary)),
    segment(0xe1, ...extendedXmp(canary)),
    segment(0xed, ...photoshop(canary)),
    ...(planting.profile
      ? [segment(0xe2, 'ICC_PROFILE\0\x01\x01', profileWith(canary, planting.profile))]
      : []),
    segment(0xe2, 'MPF\0', 'II*\0', canary.everyForm),
    segment(0xe0, 'JFXX\0\x10', small),
    segment(0xe5, canary.everyForm),
    segment(0xeb, 'JP\0\0', canary.everyForm),
    segment(0xec, 'Ducky', canary.everyForm),
    segment(0xef, canary.everyForm),
    comment(canary.everyForm),
  ];
  const body = betweenScans(jpeg.subarray(2), comment(canary.everyForm));
  return Buffer.concat([jpeg.subarray(0, 2), ...atTheFront, body, small, canary.everyForm, zipWith(canary)]);
}

const commented = (jpeg: Buffer, canary: Canary): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), comment(canary.everyForm), jpeg.subarray(2)]);

function extendedXmp(canary: Canary): (Buffer | string)[] {
  const body = Buffer.from(xmpWith(canary));
  const guid = 'A'.repeat(32);
  return ['http://ns.adobe.com/xmp/extension/\0', guid, big32(body.length), big32(0), body];
}

/** One resource of Photoshop’s, in it IPTC’s caption (dataset 2:120). */
function photoshop(canary: Canary): (Buffer | string)[] {
  const caption = Buffer.concat([Buffer.from([0x1c, 2, 120]), big16(canary.ascii.length), canary.ascii]);
  const even = caption.length % 2 === 0 ? caption : Buffer.concat([caption, Buffer.alloc(1)]);
  return ['Photoshop 3.0\0', '8BIM', big16(0x0404), '\0\0', big32(caption.length), even];
}

const startOfScan = 0xda;
const restart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Puts this before every scan and before the end; a progressive picture has many. `jpeg` begins behind its first marker. */
function betweenScans(jpeg: Buffer, planted: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < jpeg.length) {
    const marker = jpeg.readUInt8(at + 1);
    if (marker === 0xd9) return Buffer.concat([...parts, planted, jpeg.subarray(at)]);
    const length = 2 + jpeg.readUInt16BE(at + 2);
    const end = marker === startOfScan ? endOfScan(jpeg, at + length) : at + length;
    parts.push(...(marker === startOfScan ? [planted] : []), jpeg.subarray(at, end));
    at = end;
  }
  throw new Error('a JPEG without an end');
}

function endOfScan(jpeg: Buffer, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at += 1) {
    const next = jpeg.readUInt8(at + 1);
    if (jpeg.readUInt8(at) === 0xff && next !== 0 && !restart(next)) return at;
  }
  throw new Error('a scan without an end');
}
