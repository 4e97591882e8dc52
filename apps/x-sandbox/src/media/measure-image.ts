import type { MediaType } from './media.js';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads width and height from a picture's header, or nothing when the bytes are not what the type says. Enough to
 * refuse a text file called JPEG and to lay out the page; it does not decode pixels.
 */
export function measureImage(mediaType: MediaType, bytes: Buffer): ImageSize | undefined {
  return bytes.length < shortestHeader ? undefined : readers[mediaType](bytes);
}

/** Long enough for every fixed offset below; no real picture is shorter. */
const shortestHeader = 32;

const readers: Readonly<Record<MediaType, (bytes: Buffer) => ImageSize | undefined>> = {
  'image/png': (bytes) =>
    startsWith(bytes, '\x89PNG\r\n\x1a\n')
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : undefined,
  'image/gif': (bytes) =>
    startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')
      ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
      : undefined,
  'image/jpeg': (bytes) => (startsWith(bytes, '\xff\xd8\xff') ? measureJpeg(bytes) : undefined),
  'image/webp': (bytes) =>
    startsWith(bytes, 'RIFF') && bytes.toString('latin1', 8, 12) === 'WEBP' ? measureWebp(bytes) : undefined,
};

function startsWith(bytes: Buffer, signature: string): boolean {
  return bytes.toString('latin1', 0, signature.length) === signature;
}

/** Walks the segments to the first start of frame (SOF0 to SOF15, without DHT, JPG and DAC). */
function measureJpeg(bytes: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    } else {
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
  return undefined;
}

function measureWebp(bytes: Buffer): ImageSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}
