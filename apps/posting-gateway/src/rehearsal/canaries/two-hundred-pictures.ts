import { seeded } from '@baton/testing';
import sharp, { type Sharp } from 'sharp';
import { Canary } from './canary.js';
import { plantInGif } from './plant-in-gif.js';
import { plantInJpeg } from './plant-in-jpeg.js';
import { plantInPng } from './plant-in-png.js';
import { plantInWebp } from './plant-in-webp.js';
import { asStored, fourCorners, type RawPicture } from './raw-picture.js';

type Format = 'jpeg' | 'png' | 'webp' | 'gif';

export interface PictureWithCanary {
  readonly name: string;
  readonly format: Format;
  readonly canary: Canary;
  /** The file somebody sends, with canaries in every container there is. */
  readonly source: Buffer;
  /** The same picture, upright, before anything was planted. */
  readonly upright: Buffer;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

type Encode = (picture: Sharp) => Sharp;

const kinds: Readonly<Record<Format, Readonly<Record<string, Encode>>>> = {
  jpeg: {
    baseline: (picture) => picture.jpeg({ quality: 92 }),
    progressive: (picture) => picture.jpeg({ progressive: true, quality: 85 }),
    'full colour': (picture) => picture.jpeg({ chromaSubsampling: '4:4:4' }),
    grey: (picture) => picture.greyscale().jpeg(),
    CMYK: (picture) => picture.toColourspace('cmyk').jpeg({ quality: 92 }),
  },
  png: {
    plain: (picture) => picture.png(),
    interlaced: (picture) => picture.png({ progressive: true }),
    'with a palette': (picture) => picture.png({ palette: true }),
    'of 16 bits': (picture) => picture.toColourspace('rgb16').png(),
    'see-through': (picture) => picture.ensureAlpha(0.6).png(),
    grey: (picture) => picture.greyscale().png(),
  },
  webp: {
    lossy: (picture) => picture.webp({ quality: 90 }),
    lossless: (picture) => picture.webp({ lossless: true }),
    'see-through': (picture) => picture.ensureAlpha(0.6).webp({ quality: 90 }),
  },
  gif: {
    still: (picture) => picture.gif(),
    'of four colours': (picture) => picture.gif({ colours: 4 }),
    moving: (picture) => picture.gif(),
  },
};

const counts: Readonly<Record<Format, number>> = { jpeg: 88, png: 48, webp: 36, gif: 28 };
const sizes = [
  [64, 48],
  [37, 91],
  [200, 150],
  [150, 260],
  [401, 299],
] as const;
/** Larger than X takes, one lying and one standing, of each format. */
const largeSizes = [
  [4_400, 120],
  [110, 4_300],
] as const;

/** Two hundred files, all from one seed: every format, kind, size and orientation in turn. */
export async function* twoHundredPictures(seed: number): AsyncGenerator<PictureWithCanary> {
  const random = seeded(seed);
  for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
    for (let index = 0; index < counts[format]; index += 1) {
      const kindNames = Object.keys(kinds[format]);
      const kind = kindNames[index % kindNames.length] ?? '';
      const [width, height] = largeSizes[index] ?? random.pick(sizes);
      const orientation = format === 'jpeg' ? (index % 8) + 1 : 1;
      const word = `CANARY-${[1, 2, 3].map(() => random.below(0xffff_ffff).toString(16).padStart(8, '0')).join('')}`;
      yield await aPicture({ format, kind, width, height, orientation, canary: new Canary(word) });
    }
  }
}

interface Plan {
  readonly format: Format;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly canary: Canary;
}

async function aPicture(plan: Plan): Promise<PictureWithCanary> {
  const { format, kind, width, height, orientation, canary } = plan;
  const encode = kinds[format][kind];
  if (!encode) throw new Error(`no kind ${kind}`);
  const raw = fourCorners(width, height);
  const frames = kind === 'moving' ? 3 : 1;
  const make = (picture: RawPicture) =>
    encode(frames > 1 ? framesOf(picture, frames) : stillOf(picture)).toBuffer();
  const upright = await make(raw);
  const stored = orientation === 1 ? upright : await make(asStored(raw, orientation));
  const source = await plant(stored, plan);
  const name = `${format} ${kind} ${width}×${height}, held ${orientation}`;
  return { ...{ name, format, canary, source, upright, width, height, frames } };
}

const stillOf = ({ width, height, pixels }: RawPicture): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } });

const framesOf = ({ width, height, pixels }: RawPicture, frames: number): Sharp =>
  sharp(Buffer.concat(Array.from({ length: frames }, (_, index) => brighter(pixels, index * 8))), {
    raw: { width, height: height * frames, channels: 3, pageHeight: height },
  });

const brighter = (pixels: Buffer, by: number): Buffer =>
  Buffer.from(pixels.map((value) => Math.min(255, value + by)));

async function plant(
  stored: Buffer,
  { format, kind, width, height, orientation, canary }: Plan,
): Promise<Buffer> {
  const { small, profile } = await makings();
  const ownProfile = kind === 'CMYK' || kind === 'grey' ? undefined : profile;
  switch (format) {
    case 'jpeg':
      return plantInJpeg(stored, canary, { orientation, small, profile: ownProfile });
    case 'png':
      return plantInPng(stored, canary, { small, profile: ownProfile });
    case 'webp':
      return plantInWebp(stored, canary, { small, profile: ownProfile, width, height });
    case 'gif':
      return plantInGif(stored, canary);
  }
}

let made: Promise<{ readonly small: Buffer; readonly profile: Buffer | undefined }> | undefined;

/** A thumbnail, and a profile that changes no colour. */
const makings = () => {
  made ??= (async () => {
    const small = await stillOf(fourCorners(16, 12)).jpeg().toBuffer();
    const withProfile = await stillOf(fourCorners(8, 8)).withIccProfile('srgb').png().toBuffer();
    return { small, profile: (await sharp(withProfile).metadata()).icc };
  })();
  return made;
};
