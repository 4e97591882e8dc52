/** The kinds of pictures that X shows and that can be opened here. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif';

/** What a file is, by its first bytes. Its name and what a browser says of it count for nothing. */
export function recognisePicture(bytes: Buffer): PictureFormat | 'heic' | 'svg' | 'unknown' {
  const latin = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (latin(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a$/.test(latin(0, 6))) return 'gif';
  if (latin(4, 8) === 'ftyp' && /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avif|avis)$/.test(latin(8, 12)))
    return 'heic';
  return /<svg[\s>]/i.test(latin(0, 2_000)) ? 'svg' : 'unknown';
}
