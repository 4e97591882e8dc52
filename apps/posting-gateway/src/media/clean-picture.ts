import sharp, { type Sharp } from 'sharp';
import { type OtherFormat, type PictureFormat, recognisePicture } from './recognise-picture.js';

/** A picture with nothing in it but the picture. */
export interface CleanPicture {
  readonly bytes: Buffer;
  readonly mimeType: `image/${PictureFormat}`;
  readonly width: number;
  readonly height: number;
}

/** Why a file is no picture that can go out. */
export type NotAPicture = OtherFormat | 'empty' | 'broken' | 'tooLarge';

export type Cleaning = { readonly clean: CleanPicture } | { readonly notAPicture: NotAPicture };

/** What X takes (FACTS: 5 MB a picture, the longer side up to 4,096 pixels). */
export const longestSide = 4_096;
export const mostBytes = 5_000_000;
/** A small file can unfold to gigabytes of pixels: this is a 100-megapixel camera, or a GIF of 400 frames. */
const mostPixels = 100_000_000;
/** Nobody's picture keeps a core for longer. */
const longestSeconds = 20;

/** Only the loaders of these formats can be reached: not SVG, PDF or whatever else libvips was built with. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
/** Nobody's picture stays in memory for the next one, and one picture does not take every core. */
sharp.cache(false);
sharp.concurrency(1);

/**
 * From as good as it was to as small as it must be; the first that fits is taken. A PNG too large as it is
 * is a photograph, and goes on as WEBP, which may be see-through as well.
 */
const attempts = [
  { side: longestSide, quality: 90, png: 'png' },
  { side: longestSide, quality: 75, png: 'webp' },
  { side: 2_048, quality: 75, png: 'webp' },
  { side: 1_024, quality: 70, png: 'webp' },
  { side: 512, quality: 60, png: 'webp' },
] as const;

/**
 * Decodes a picture and encodes it anew, upright, in sRGB and small enough for X. What is not pixels does not
 * survive: EXIF with its place, XMP, ICC, comments, text chunks, resolution, thumbnails, bytes after the end; nor does what
 * is hidden in pixels that nobody sees.
 */
export async function cleanPicture(source: Buffer): Promise<Cleaning> {
  if (source.length === 0) return { notAPicture: 'empty' };
  const format = recognisePicture(source);
  if (!isOpenedHere(format)) return { notAPicture: format };
  try {
    return await (format === 'gif' ? cleanMoving(source) : cleanStill(source, format));
  } catch (error) {
    return { notAPicture: isTooMuch(error) ? 'tooLarge' : 'broken' };
  }
}

type StillFormat = Exclude<PictureFormat, 'gif'>;

/** Between decoding and encoding there are nothing but numbers, so nothing else can come through. */
async function cleanStill(source: Buffer, format: StillFormat): Promise<Cleaning> {
  const seen = open(source, false).resize(inside(longestSide)).withIccProfile('srgb', { attach: false });
  const { data, info } = await seen.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 4) blankWhatNobodySees(data);
  return firstThatFits(attempts, ({ side, quality, png }) => {
    const pixels = sharp(data, { raw: { width, height, channels } }).resize(inside(side));
    return encode(pixels, format === 'png' ? png : format, quality);
  });
}

/** Frames are too many to be held as numbers; the palette is made anew, since an old one can have colours nobody sees. */
const cleanMoving = (source: Buffer): Promise<Cleaning> =>
  firstThatFits(attempts, ({ side, quality }) =>
    encode(open(source, true).resize(inside(side)).toColourspace('srgb'), 'gif', quality),
  );

const open = (source: Buffer, animated: boolean): Sharp =>
  sharp(source, { animated, failOn: 'truncated', limitInputPixels: mostPixels })
    .timeout({ seconds: longestSeconds })
    .autoOrient();

const inside = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

async function firstThatFits<Attempt>(
  tries: readonly Attempt[],
  make: (attempt: Attempt) => Promise<CleanPicture>,
): Promise<Cleaning> {
  for (const attempt of tries) {
    const clean = await make(attempt);
    if (clean.bytes.length <= mostBytes) return { clean };
  }
  return { notAPicture: 'tooLarge' };
}

/** A face that was erased with a brush is often only made see-through: its colours are still there. */
function blankWhatNobodySees(rgba: Buffer): void {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) rgba.fill(0, at, at + 3);
  }
}

async function encode(picture: Sharp, format: PictureFormat, quality: number): Promise<CleanPicture> {
  const { data, info } = await as(format, picture, quality).toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    mimeType: `image/${format}`,
    width: info.width,
    height: info.pageHeight ?? info.height,
  };
}

function as(format: PictureFormat, picture: Sharp, quality: number): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality });
    case 'png':
      return picture.png({ compressionLevel: 8 });
    case 'webp':
      return picture.webp({ quality });
    case 'gif':
      return picture.gif({ reuse: false });
  }
}

const isOpenedHere = (format: PictureFormat | OtherFormat): format is PictureFormat =>
  format === 'jpeg' || format === 'png' || format === 'webp' || format === 'gif';

const isTooMuch = (error: unknown): boolean =>
  error instanceof Error && /pixel limit|timeout/i.test(error.message);
