import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type PictureWithCanary, twoHundredPictures } from '../rehearsal/canaries/two-hundred-pictures.js';
import { notOfThePicture } from '../rehearsal/canaries/what-is-inside.js';
import { type CleanPicture, cleanPicture, longestSide, mostBytes } from './clean-picture.js';

/** Another run of the same files: `P1_SEED=… npm test -- two-hundred`. */
const seed = Number(process.env['P1_SEED'] ?? 20_261_123);
const figures = { files: 0, sentBytes: 0, keptBytes: 0, canariesFound: 0, slowestMs: 0 };

afterAll(() => {
  process.stdout.write(`P1 seed ${seed}: ${JSON.stringify(figures)}\n`);
});

/**
 * Eight by eight colours of what is seen, too coarse for an encoder’s noise; those at the corners, since a line between two
 * colours may move by half a pixel when a picture is turned.
 */
async function glance(bytes: Buffer): Promise<number[]> {
  const coarse = sharp(bytes).toColourspace('srgb').removeAlpha();
  const colours = await coarse.resize(8, 8, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
  const isOuter = (index: number) => index < 2 || index > 5;
  return [...colours].filter((_, at) => isOuter(Math.floor(at / 24)) && isOuter(Math.floor(at / 3) % 8));
}

async function farthest(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = [await glance(one), await glance(other)];
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))));
}

async function cleaned(picture: PictureWithCanary): Promise<CleanPicture> {
  const began = performance.now();
  const cleaning = await cleanPicture(picture.source);
  figures.slowestMs = Math.max(figures.slowestMs, Math.round(performance.now() - began));
  if ('notAPicture' in cleaning) throw new Error(`${picture.name}: ${cleaning.notAPicture}`);
  return cleaning.clean;
}

/** Everything that is wrong with the clean picture of a file; nothing, if all is well. */
async function wrongsOf(picture: PictureWithCanary): Promise<string[]> {
  const { bytes, mimeType, width, height } = await cleaned(picture);
  const canaries = picture.canary.in(bytes);
  figures.files += 1;
  figures.sentBytes += picture.source.length;
  figures.keptBytes += bytes.length;
  figures.canariesFound += canaries.length;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const isAsLarge =
    Math.abs(width - picture.width * scale) <= 1 && Math.abs(height - picture.height * scale) <= 1;
  const { pages = 1 } = await sharp(bytes).metadata();
  const difference = await farthest(bytes, picture.upright);
  const wrongs = [
    ...canaries.map((form) => `a canary as ${form}`),
    ...notOfThePicture(mimeType, bytes),
    ...(isAsLarge ? [] : [`is ${width}×${height}`]),
    ...(Math.max(width, height) <= longestSide && bytes.length <= mostBytes ? [] : ['too large for X']),
    ...(pages === picture.frames ? [] : [`${pages} frames`]),
    ...(difference <= 16 ? [] : [`looks different by ${difference}`]),
  ];
  return wrongs.map((wrong) => `${picture.name}: ${wrong}`);
}

describe('two hundred files with a canary in every container', () => {
  it('P1: knows a canary in every form when it sees one', async () => {
    for await (const { canary, source } of twoHundredPictures(seed)) {
      const known = ['ASCII', 'UTF-16', 'UTF-16BE', 'base64', 'compressed'];
      expect(canary.in(source)).toEqual(expect.arrayContaining(known));
      expect(canary.in(Buffer.from(canary.word.toLowerCase()))).toEqual([]);
      break;
    }
  });

  it('P1: leaves the picture, upright and small enough for X, and not one byte of anything else', async () => {
    const wrongs: string[] = [];
    for await (const picture of twoHundredPictures(seed)) {
      expect(picture.canary.in(picture.source)).not.toEqual([]);
      wrongs.push(...(await wrongsOf(picture)));
    }
    expect(wrongs).toEqual([]);
    expect(figures).toMatchObject({ files: 200, canariesFound: 0 });
  }, 120_000);
});
