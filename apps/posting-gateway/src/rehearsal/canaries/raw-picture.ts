/** Pixels in rows, red, green and blue. */
export interface RawPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** One colour for each corner, so that any wrong turn is seen: red, green, blue, and yellow at the lower right. */
const corners = [
  [200, 30, 30],
  [30, 160, 60],
  [30, 60, 200],
  [220, 210, 40],
] as const;

/** Four corners of different colours, with a little pattern on them. */
export function fourCorners(width: number, height: number): RawPicture {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const corner = corners[(y * 2 < height ? 0 : 2) + (x * 2 < width ? 0 : 1)] ?? corners[0];
      const pattern = ((x >> 2) + (y >> 2)) % 2 === 0 ? 8 : 0;
      for (const [channel, value] of corner.entries()) {
        pixels.writeUInt8(value + pattern, (y * width + x) * 3 + channel);
      }
    }
  }
  return { width, height, pixels };
}

/** Where the pixel that is stored at row and column is seen (Exif 2.32, tag 0x0112), by orientation. */
const seenAt: Readonly<
  Record<number, (row: number, column: number, width: number, height: number) => readonly [number, number]>
> = {
  1: (r, c) => [r, c],
  2: (r, c, w) => [r, w - 1 - c],
  3: (r, c, w, h) => [h - 1 - r, w - 1 - c],
  4: (r, c, _, h) => [h - 1 - r, c],
  5: (r, c) => [c, r],
  6: (r, c, w) => [c, w - 1 - r],
  7: (r, c, w, h) => [h - 1 - c, w - 1 - r],
  8: (r, c, _, h) => [h - 1 - c, r],
};

/** The picture as a camera stores it that was held so; undone by whoever heeds the orientation. */
export function asStored({ width, height, pixels }: RawPicture, orientation: number): RawPicture {
  const seen = seenAt[orientation];
  if (!seen) throw new Error(`no orientation ${orientation}`);
  const [storedWidth, storedHeight] = orientation > 4 ? [height, width] : [width, height];
  const stored = Buffer.alloc(pixels.length);
  for (let row = 0; row < storedHeight; row += 1) {
    for (let column = 0; column < storedWidth; column += 1) {
      const [seenRow, seenColumn] = seen(row, column, width, height);
      const from = (seenRow * width + seenColumn) * 3;
      pixels.copy(stored, (row * storedWidth + column) * 3, from, from + 3);
    }
  }
  return { width: storedWidth, height: storedHeight, pixels: stored };
}
