import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import exifr from 'exifr';
import sharp from 'sharp';
import { cleanPicture, longestSide, mostBytes } from './clean-picture.js';

const canary = 'CANARY-8f3a1c';
const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '51/1 30/1 2600/100',
  GPSLongitudeRef: 'W',
  GPSLongitude: '0/1 7/1 3900/100',
};
const exif = {
  IFD0: { Artist: canary, ImageDescription: canary },
  IFD2: { UserComment: canary },
  IFD3: place,
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${canary}"/></rdf:RDF></x:xmpmeta>`;

const pixels = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 140, b: 60 } } });

/** Every place of every format that can hold words, filled with the canary. */
const withCanaries: Record<'jpeg' | 'png' | 'webp' | 'gif', () => Promise<Buffer>> = {
  jpeg: async () => {
    const jpeg = await pixels().withExif(exif).withXmp(xmp).withIccProfile('p3').jpeg().toBuffer();
    const segment = (marker: number, body: string) => {
      const head = Buffer.from([0xff, marker, 0, 0]);
      head.writeUInt16BE(body.length + 2, 2);
      return Buffer.concat([head, Buffer.from(body)]);
    };
    const comment = segment(0xfe, canary);
    const iptc = segment(0xed, `Photoshop 3.0\0${canary}`);
    return Buffer.concat([
      jpeg.subarray(0, 2),
      comment,
      iptc,
      jpeg.subarray(2),
      Buffer.from(`PK\x03\x04${canary}`),
    ]);
  },
  png: async () => {
    const png = await pixels().withExif(exif).withXmp(xmp).withIccProfile('p3').png().toBuffer();
    const afterHeader = 8 + 25;
    return Buffer.concat([
      png.subarray(0, afterHeader),
      pngChunk('tEXt', Buffer.from(`Comment\0${canary}`)),
      pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(canary)])),
      pngChunk('iTXt', Buffer.from(`Comment\0\0\0\0\0${canary}`)),
      pngChunk('prVt', Buffer.from(canary)),
      png.subarray(afterHeader),
      Buffer.from(canary),
    ]);
  },
  webp: async () => {
    const webp = await pixels().withExif(exif).withXmp(xmp).withIccProfile('p3').webp().toBuffer();
    return Buffer.concat([webp, Buffer.from(canary)]);
  },
  gif: async () => {
    const gif = await pixels().gif().toBuffer();
    const text = Buffer.concat([Buffer.from([canary.length]), Buffer.from(canary), Buffer.from([0])]);
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), text]);
    const application = Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), text]);
    const end = gif.length - 1;
    return Buffer.concat([
      gif.subarray(0, end),
      comment,
      application,
      gif.subarray(end),
      Buffer.from(canary),
    ]);
  },
};

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

async function cleaned(source: Buffer) {
  const cleaning = await cleanPicture(source);
  if ('notAPicture' in cleaning) throw new Error(`not a picture: ${cleaning.notAPicture}`);
  return cleaning.clean;
}

describe('making a picture clean', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'P1: leaves no byte of what a %s carried besides the picture',
    async (format) => {
      const source = await withCanaries[format]();
      expect(source.includes(canary)).toBe(true);
      const { bytes, mimeType, width, height } = await cleaned(source);
      expect({ mimeType, width, height }).toEqual({ mimeType: `image/${format}`, width: 64, height: 48 });
      expect(bytes.includes(canary)).toBe(false);
      expect(bytes.includes(Buffer.from(canary, 'utf16le'))).toBe(false);
      const { exif: kept, xmp: keptXmp, icc, iptc, comments } = await sharp(bytes).metadata();
      expect([kept, keptXmp, icc, iptc, comments].filter((left) => left !== undefined)).toEqual([]);
      if (format === 'jpeg') expect(await exifr.parse(bytes, true)).toBeUndefined();
    },
  );

  it('P1: knows that the sources did say where they were taken', async () => {
    const { latitude } = await exifr.gps(await withCanaries.jpeg());
    expect(latitude).toBeCloseTo(51.507, 2);
  });

  it('P1: forgets the resolution, and what is hidden in pixels that nobody sees', async () => {
    const dense = await pixels().withDensity(313).png().toBuffer();
    expect((await sharp((await cleaned(dense)).bytes).metadata()).density).not.toBe(313);
    const raw = { width: 2, height: 1, channels: 4 } as const;
    const erased = await sharp(Buffer.from([200, 1, 2, 0, 5, 6, 7, 255]), { raw })
      .png()
      .toBuffer();
    const seen = await sharp((await cleaned(erased)).bytes)
      .raw()
      .toBuffer();
    expect([...seen]).toEqual([0, 0, 0, 0, 5, 6, 7, 255]);
  });

  it('turns a picture upright before it forgets which way it was held', async () => {
    const sideways = await pixels(64, 48).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await cleaned(sideways)).toMatchObject({ width: 48, height: 64 });
  });

  it('makes a picture as small as X wants it', async () => {
    const wide = await pixels(6_000, 3_000).jpeg().toBuffer();
    expect(await cleaned(wide)).toMatchObject({ width: longestSide, height: longestSide / 2 });
    const noise = await noisy(2_400, 1_600).png().toBuffer();
    expect(noise.length).toBeGreaterThan(mostBytes);
    expect((await cleaned(noise)).bytes.length).toBeLessThanOrEqual(mostBytes);
  });

  it('keeps every frame of a moving GIF', async () => {
    const frames = await Promise.all(
      [10, 120, 240].map((r) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background: { r, g: 0, b: 0 } } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const { bytes, width, height } = await cleaned(moving);
    expect({ width, height }).toEqual({ width: 20, height: 10 });
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(3);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['an empty file', () => Buffer.alloc(0), 'empty'],
    ['an iPhone’s HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['a drawing', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%%EOF'), 'pdf'],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
    ['a script that begins like a GIF', () => Buffer.from('GIF89a/*oops*/=alert(1)//'), 'broken'],
    [
      'a drawing that begins like a JPEG',
      () => Buffer.from('\xff\xd8\xff<svg xmlns="x"/>', 'latin1'),
      'broken',
    ],
    ['half a JPEG', async () => half(await pixels(900, 900).jpeg().toBuffer()), 'broken'],
    ['half a PNG', async () => half(await noisy().png().toBuffer()), 'broken'],
    [
      'a small file of very many pixels',
      async () => saidToBe(12_000, await pixels().png().toBuffer()),
      'tooLarge',
    ],
  ])('refuses %s', async (_, source, reason) => {
    expect(await cleanPicture(await source())).toEqual({ notAPicture: reason });
  });
});

/** A PNG whose header claims to be a square of this side. */
function saidToBe(side: number, png: Buffer): Buffer {
  const header = Buffer.from(png.subarray(16, 29));
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)]);
}
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));
const noisy = (width = 300, height = 300) =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: 'grey' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
