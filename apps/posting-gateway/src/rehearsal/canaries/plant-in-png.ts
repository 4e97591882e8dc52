import { deflateSync } from 'node:zlib';
import { big16, big32, type Canary } from './canary.js';
import { exifWith } from './exif.js';
import { pageWith, pngChunk, profileWith, xmpWith, zipWith } from './other-containers.js';

export interface PlantingInPng {
  readonly small: Buffer;
  readonly profile: Buffer | undefined;
}

/** A PNG with the canary in every kind of chunk that is not pixels (W3C PNG, third edition), and where none belongs. */
export function plantInPng(png: Buffer, canary: Canary, { small, profile }: PlantingInPng): Buffer {
  const afterHeader = 8 + 25;
  const firstData = png.indexOf('IDAT') - 4;
  const end = png.lastIndexOf('IEND') - 4;
  const text = (type: string, ...parts: (Buffer | string)[]) =>
    pngChunk(type, Buffer.concat(parts.map((part) => Buffer.from(part))));
  const texts = [
    text('tEXt', 'Comment\0', canary.ascii, ' ', canary.base64),
    text('zTXt', 'Author\0\0', canary.zipped),
    text('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', xmpWith(canary)),
    text('iTXt', 'Title\0\x01\0en\0\0', canary.zipped),
    text('tEXt', 'Raw profile type exif\0', canary.ascii.toString('hex')),
    pngChunk('eXIf', exifWith(canary, 1, small)),
    pngChunk('prVt', canary.everyForm),
    pngChunk('caBX', canary.everyForm),
  ];
  const early = [
    ...(profile ? [text('iCCP', `${canary.word}\0\0`, deflateSync(profileWith(canary, profile)))] : []),
    text('sPLT', `${canary.word}\0`, Buffer.from([8])),
    pngChunk('pHYs', Buffer.concat([canary.ascii.subarray(-8), Buffer.from([1])])),
    pngChunk('tIME', Buffer.concat([big16(2026), Buffer.from([11, 27, 17, 30, 0])])),
  ];
  const hiddenFrame = [
    pngChunk('fdAT', Buffer.concat([big32(1), canary.zipped])),
    pngChunk('prVt', canary.everyForm),
  ];
  return Buffer.concat([
    png.subarray(0, afterHeader),
    ...early,
    png.subarray(afterHeader, firstData),
    ...texts,
    png.subarray(firstData, end),
    ...texts.slice(0, 4),
    ...hiddenFrame,
    png.subarray(end),
    canary.everyForm,
    pageWith(canary),
    zipWith(canary),
  ]);
}
