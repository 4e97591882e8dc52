/** Reads the containers of a picture strictly: whatever does not belong into a picture alone is named. */
export function notOfThePicture(mimeType: string, bytes: Buffer): string[] {
  switch (mimeType) {
    case 'image/jpeg':
      return inJpeg(bytes);
    case 'image/png':
      return inPng(bytes);
    case 'image/webp':
      return inWebp(bytes);
    case 'image/gif':
      return inGif(bytes);
    default:
      return [mimeType];
  }
}

const behind = (bytes: Buffer, end: number): string[] =>
  bytes.length === end ? [] : [`${bytes.length - end} bytes behind the end`];

/** Frames, tables and scans; of the application segments only JFIF’s of sixteen bytes, which has no room for a thumbnail. */
const jpegMarkers = new Set([0xc0, 0xc2, 0xc4, 0xda, 0xdb, 0xdd]);

function inJpeg(bytes: Buffer): string[] {
  const found: string[] = [];
  let at = 2;
  for (;;) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) return [...found, `no marker at ${at}`];
    if (marker === 0xd9) return [...found, ...behind(bytes, at + 2)];
    const length = bytes.readUInt16BE(at + 2);
    const isJfif = marker === 0xe0 && length === 16 && bytes.toString('latin1', at + 4, at + 9) === 'JFIF\0';
    if (!isJfif && !jpegMarkers.has(marker)) found.push(`segment ${marker.toString(16)}`);
    at += 2 + length;
    if (marker !== 0xda) continue;
    while (!(bytes.readUInt8(at) === 0xff && isMarker(bytes.readUInt8(at + 1)))) at += 1;
  }
}

const isMarker = (second: number) => second !== 0 && !(second >= 0xd0 && second <= 0xd7);

/** `pHYs` only as the encoder writes it for every picture: one pixel a millimetre says nothing. */
const pngTypes = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const noResolution = Buffer.from([0, 0, 3, 232, 0, 0, 3, 232, 1]);

function inPng(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 8; ; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const saysNothing = type === 'pHYs' && bytes.subarray(at + 8, at + 17).equals(noResolution);
    if (!pngTypes.has(type) && !saysNothing) found.push(`chunk ${type}`);
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') return [...found, ...behind(bytes, at)];
  }
}

export interface WebpChunk {
  readonly type: string;
  readonly body: Buffer;
}

export function webpChunks(bytes: Buffer): WebpChunk[] {
  const chunks: WebpChunk[] = [];
  const end = 8 + bytes.readUInt32LE(4);
  for (let at = 12; at < end; ) {
    const length = bytes.readUInt32LE(at + 4);
    chunks.push({
      type: bytes.toString('latin1', at, at + 4),
      body: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

const webpTypes = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH']);

function inWebp(bytes: Buffer): string[] {
  const chunks = webpChunks(bytes);
  const foreign = chunks.filter(({ type }) => !webpTypes.has(type)).map(({ type }) => `chunk ${type}`);
  const flags = chunks.find(({ type }) => type === 'VP8X')?.body.readUInt8(0) ?? 0;
  const claims = (flags & ~0x10) === 0 ? [] : [`flags ${flags.toString(2)}`];
  return [...foreign, ...claims, ...behind(bytes, 8 + bytes.readUInt32LE(4))];
}

export interface GifBlock {
  readonly kind: 'frame' | 'end' | 'control' | 'loop' | `extension ${string}`;
  readonly bytes: Buffer;
}

/** The header with the palette, and every block after it up to the trailer. */
export function gifBlocks(bytes: Buffer): { readonly head: Buffer; readonly blocks: readonly GifBlock[] } {
  const headEnd = 13 + paletteBytes(bytes.readUInt8(10));
  const blocks: GifBlock[] = [];
  for (let at = headEnd; ; ) {
    const end = endOfBlock(bytes, at);
    const kind = kindOf(bytes.subarray(at, end));
    blocks.push({ kind, bytes: bytes.subarray(at, end) });
    if (kind === 'end') return { head: bytes.subarray(0, headEnd), blocks };
    at = end;
  }
}

const paletteBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

function endOfBlock(bytes: Buffer, at: number): number {
  const first = bytes.readUInt8(at);
  if (first === 0x3b) return at + 1;
  if (first !== 0x2c && first !== 0x21) throw new Error(`no block of a GIF at ${at}`);
  let end = first === 0x2c ? at + 11 + paletteBytes(bytes.readUInt8(at + 9)) : at + 2;
  for (;;) {
    const length = bytes.readUInt8(end);
    end += 1 + length;
    if (length === 0) return end;
  }
}

/** A loop is three bytes that say how often, and nothing behind them. */
function kindOf(block: Buffer): GifBlock['kind'] {
  if (block.readUInt8(0) === 0x3b) return 'end';
  if (block.readUInt8(0) === 0x2c) return 'frame';
  const label = block.readUInt8(1);
  if (label === 0xf9 && block.length === 8) return 'control';
  if (label === 0xff && block.toString('latin1', 3, 14) === 'NETSCAPE2.0' && block.length === 19)
    return 'loop';
  return `extension ${label.toString(16)}`;
}

const inGif = (bytes: Buffer): string[] => {
  const { head, blocks } = gifBlocks(bytes);
  const length = blocks.reduce((sum, block) => sum + block.bytes.length, head.length);
  const foreign = blocks.filter(({ kind }) => kind.startsWith('extension')).map(({ kind }) => kind);
  return [...foreign, ...behind(bytes, length)];
};
