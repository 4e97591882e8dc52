import { readFile } from 'node:fs/promises';

/** What a phone has hidden in the picture; none of it may come out on the other side. */
export const photoSecrets = { artist: 'Alexandra Whitcombe', camera: 'BatonPhone 12' };

const smoothie = new URL('../../assets/smoothie.jpg', import.meta.url);

/** A real JPEG of a green smoothie, with the name of its taker, a camera and a place in its EXIF and GPS blocks. */
export const takePhoto = (): Promise<Buffer> => readFile(smoothie);
