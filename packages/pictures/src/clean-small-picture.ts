import sharp from 'sharp';

const mostPixels = 16_000_000;

/** Only these loaders can be reached: no SVG, which can carry a script. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

export interface SmallPicture {
  /** Pixels; a smaller picture stays as small as it is. */
  readonly longestSide: number;
  readonly as: 'png' | 'webp';
}

/**
 * A PNG, JPEG or WEBP decoded and encoded anew, upright, in sRGB and small enough for a page, with nothing in it but the picture.
 * Undefined where it is none.
 */
export async function cleanSmallPicture(
  source: Buffer,
  { longestSide, as }: SmallPicture,
): Promise<Buffer | undefined> {
  if (source.length === 0) return undefined;
  try {
    const picture = sharp(source, { failOn: 'truncated', limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    return await (as === 'png'
      ? picture.png({ compressionLevel: 9 })
      : picture.webp({ quality: 80 })
    ).toBuffer();
  } catch {
    return undefined;
  }
}
