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
 * survive: EXIF with its place, XMP, ICC, comments, text chunks, thumbnails, bytes after the end.
 */
export async function cleanPicture(source: Buffer): Promise<Cleaning> {
  if (source.length === 0) return { notAPicture: 'empty' };
  const format = recognisePicture(source);
  if (!isOpenedHere(format)) return { notAPicture: format };
  try {
    for (const attempt of attempts) {
      const clean = await encode(source, format === 'png' ? attempt.png : format, attempt);
      if (clean.bytes.length <= mostBytes) return { clean };
    }
    return { notAPicture: 'tooLarge' };
  } catch (error) {
    return { notAPicture: isTooManyPixels(error) ? 'tooLarge' : 'broken' };
  }
}

async function encode(
  source: Buffer,
  format: PictureFormat,
  { side, quality }: (typeof attempts)[number],
): Promise<CleanPicture> {
  const picture = sharp(source, {
    animated: format === 'gif',
    failOn: 'truncated',
    limitInputPixels: mostPixels,
  })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
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
      return picture.gif();
  }
}

const isOpenedHere = (format: PictureFormat | OtherFormat): format is PictureFormat =>
  format === 'jpeg' || format === 'png' || format === 'webp' || format === 'gif';

const isTooManyPixels = (error: unknown): boolean =>
  error instanceof Error && /pixel limit/i.test(error.message);
