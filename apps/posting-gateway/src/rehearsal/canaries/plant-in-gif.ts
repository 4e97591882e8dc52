import type { Canary } from './canary.js';
import { scriptWith, xmpWith, zipWith } from './other-containers.js';
import { gifBlocks } from './what-is-inside.js';

/** A GIF with the canary in every extension of GIF89a, before, between and behind its frames. */
export function plantInGif(gif: Buffer, canary: Canary): Buffer {
  const { head, blocks } = gifBlocks(gif);
  const words = subBlocks(canary.everyForm);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), words]);
  const application = (name: string, ...data: Buffer[]) =>
    Buffer.concat([Buffer.from([0x21, 0xff, 11]), Buffer.from(name), ...data]);
  /** XMP’s “magic trailer”, by which a reader of sub-blocks finds the end of text that has none. */
  const magic = Buffer.from([0x01, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0x00]);
  const plainText = Buffer.concat([Buffer.from([0x21, 0x01, 12]), Buffer.alloc(12), words]);
  const unknown = Buffer.concat([Buffer.from([0x21, 0x77]), words]);
  const planted = [
    comment,
    application('XMP DataXMP', Buffer.from(xmpWith(canary)), magic),
    application('NETSCAPE2.0', Buffer.from([3, 1, 0, 0]), words),
    application('CANARYAPP10', words),
    plainText,
    unknown,
  ];
  const script = Buffer.concat([Buffer.from([0x21, 0xfe]), subBlocks(scriptWith(canary))]);
  const between = blocks.flatMap(({ kind, bytes }) => (kind === 'frame' ? [bytes, comment] : [bytes]));
  const end = between.pop() ?? Buffer.alloc(0);
  return Buffer.concat([
    head,
    script,
    ...planted,
    ...between,
    ...planted,
    end,
    canary.everyForm,
    scriptWith(canary),
    zipWith(canary),
  ]);
}

function subBlocks(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}
