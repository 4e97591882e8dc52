import sharp from 'sharp';

const [width, height] = [480, 300];
type Colour = readonly [red: number, green: number, blue: number];

const steam: Colour = [250, 250, 252];
const mug: Colour = [196, 84, 62];
const inside: Colour = [92, 58, 44];
const sill: Colour = [226, 214, 196];
const sky: Colour = [186, 214, 236];

/** A mug of tea on a windowsill. Drawn here, so that whoever has no picture at hand can try describing one. */
export const practicePicture = (): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    pixels.set(colourAt(at % width, Math.floor(at / width)), at * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
};

function colourAt(x: number, y: number): Colour {
  if (isInEllipse(x - 240, y - 150, 62, 13)) return inside;
  if (Math.abs(x - 240) < 70 && y > 150 && y < 240) return mug;
  if (isInEllipse(x - 240, y - 150, 70, 18) || isInEllipse(x - 240, y - 240, 70, 16)) return mug;
  if (isInEllipse(x - 312, y - 192, 36, 34) && !isInEllipse(x - 312, y - 192, 22, 20)) return mug;
  const curl = 10 * Math.sin(y / 14);
  if (y > 50 && y < 132 && [-26, 0, 26].some((from) => Math.abs(x - 240 - from - curl) < 4)) return steam;
  return y > 225 ? sill : sky;
}

const isInEllipse = (x: number, y: number, across: number, down: number): boolean =>
  (x / across) ** 2 + (y / down) ** 2 <= 1;
