import sharp from 'sharp';

const longestSide = 512;
const mostPixels = 16_000_000;

/** Only these loaders can be reached: no SVG, which can carry a script. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

/** A logo decoded and encoded anew as PNG, small enough for a page, with nothing in it but the picture. Undefined where it is none. */
export async function cleanLogo(source: Buffer): Promise<Buffer | undefined> {
  if (source.length === 0) return undefined;
  try {
    return await sharp(source, { failOn: 'truncated', limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
