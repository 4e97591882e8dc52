/** The kinds of pictures that X shows and that can be opened here. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif';

/** Kinds of files that people take for pictures, each with words of its own. */
export type OtherFormat = 'heic' | 'avif' | 'svg' | 'video' | 'pdf' | 'otherPicture' | 'unknown';

/** What stands where at the beginning of a file, as Latin letters. */
type Signature = readonly (readonly [at: number, letters: string])[];

const signatures: readonly (readonly [Signature, PictureFormat | OtherFormat])[] = [
  [[[0, '\xff\xd8\xff']], 'jpeg'],
  [[[0, '\x89PNG\r\n\x1a\n']], 'png'],
  [
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    'webp',
  ],
  [[[0, 'GIF87a']], 'gif'],
  [[[0, 'GIF89a']], 'gif'],
  [[[0, '%PDF-']], 'pdf'],
  [[[0, 'BM']], 'otherPicture'],
  [[[0, 'II*\0']], 'otherPicture'],
  [[[0, 'MM\0*']], 'otherPicture'],
  [
    [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
    'video',
  ],
  [[[0, '\x1aE\xdf\xa3']], 'video'],
];

/** Brands of the ISO base media format (ISO/IEC 14496-12) that are pictures; all else in it is a film. */
const heicBrand = /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1)$/;
const avifBrand = /^avi[fs]$/;

/** What a file is, by its first bytes. Its name and what a browser says of it count for nothing. */
export function recognisePicture(bytes: Buffer): PictureFormat | OtherFormat {
  const head = bytes.toString('latin1', 0, 2_000);
  if (head.startsWith('ftyp', 4)) return inBox(head.slice(8, 12));
  const known = signatures.find(([parts]) => parts.every(([at, letters]) => head.startsWith(letters, at)));
  return known?.[1] ?? (/<svg[\s>]/i.test(head) ? 'svg' : 'unknown');
}

function inBox(brand: string): OtherFormat {
  if (heicBrand.test(brand)) return 'heic';
  return avifBrand.test(brand) ? 'avif' : 'video';
}
