import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import { beginMedia, type CuratorId, finishMedia, type MediaId, viewMedia } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { big32 } from '../rehearsal/canaries/canary.js';
import { pngChunk } from '../rehearsal/canaries/other-containers.js';
import { gifBlocks } from '../rehearsal/canaries/what-is-inside.js';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { OpenTakeover } from '../rehearsal/open-takeover.js';
import { cleanPicture } from './clean-picture.js';

let gateway: GatewayWithSandbox;
let takeover: OpenTakeover;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  takeover = await OpenTakeover.begin(gateway);
});
afterAll(() => gateway.stop());

const green = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: 'green' } });
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
const latin = (text: string) => Buffer.from(text, 'latin1');
const box = (brand: string) => latin(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mp41`);

const afterHeader = 8 + 25;
/** A PNG with these chunks behind its header. */
const pngWith = async (...chunks: Buffer[]) => {
  const png = await green().png().toBuffer();
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
};
/** A PNG that says it is this large. */
const pngSaying = async (width: number, height: number) => {
  const png = await green().png().toBuffer();
  const header = Buffer.concat([big32(width), big32(height), png.subarray(24, 29)]);
  return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(afterHeader)]);
};
const jpegSaying = async (side: number) => {
  const jpeg = await green().jpeg().toBuffer();
  const frame = jpeg.indexOf(latin('\xff\xc0'));
  jpeg.writeUInt16BE(side, frame + 5);
  jpeg.writeUInt16BE(side, frame + 7);
  return jpeg;
};
const gifOf = async (frames: number) => {
  const { head, blocks } = gifBlocks(await green(500, 500).gif().toBuffer());
  const [end] = blocks.slice(-1);
  const frame = Buffer.concat(blocks.slice(0, -1).map(({ bytes }) => bytes));
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame), end?.bytes ?? Buffer.alloc(0)]);
};
/** Two hundred megabytes in two hundred kilobytes, made without ever having them in memory here. */
const bomb = () =>
  buffer(Readable.from(Array<Buffer>(200).fill(Buffer.alloc(1_000_000))).pipe(createDeflate()));

const refused: readonly (readonly [string, () => Buffer | Promise<Buffer>, RegExp])[] = [
  ['a drawing', () => latin('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG.*PNG/],
  ['a script that begins like a GIF', () => latin('GIF89a/*oops*/=alert(1)//'), /damaged/],
  [
    'a PDF with a JPEG in it',
    async () => Buffer.concat([latin('%PDF-1.4\n'), await green().jpeg().toBuffer()]),
    /PDF.*screenshot/,
  ],
  [
    'an archive with a PNG in it',
    async () => Buffer.concat([latin('PK\x03\x04'), await green().png().toBuffer()]),
    /JPEG, PNG/,
  ],
  ['a web page called a JPEG', () => latin('<!doctype html><script>alert(1)</script>'), /JPEG, PNG/],
  ['an iPhone’s HEIC', () => box('heic'), /Most Compatible/],
  ['an AVIF', () => box('avif'), /AVIF.*JPEG/],
  ['a TIFF', async () => green().tiff().toBuffer(), /save it as a JPEG/],
  ['a BMP', () => latin(`BM${'\0'.repeat(60)}`), /save it as a JPEG/],
  ['an MP4', () => box('isom'), /film.*cannot send films yet/],
  ['an iPhone’s film', () => box('qt  '), /film/],
  ['a WEBM', () => latin('\x1aE\xdf\xa3\x01\0\0\0webm'), /film/],
  ['a PNG of 900 megapixels in a hundred bytes', () => pngSaying(30_000, 30_000), /too large/],
  ['a JPEG that says it is 65,500 wide and high', () => jpegSaying(65_500), /too large/],
  ['a GIF of five thousand frames', () => gifOf(5_000), /too large/],
  ['half a JPEG', async () => half(await green(900, 900).jpeg().toBuffer()), /damaged/],
  ['half a WEBP', async () => half(await green(900, 900).webp().toBuffer()), /damaged/],
  ['the first bytes of a PNG', async () => (await green().png().toBuffer()).subarray(0, 20), /damaged/],
  ['one byte', () => Buffer.alloc(1), /JPEG, PNG/],
];

describe('files that are no pictures', () => {
  it.each(refused)('are refused in words, and nothing of them is kept: %s', async (_, make, words) => {
    const { charity } = takeover;
    const bytes = await make();
    const { mediaId, finished } = await takeover.send(bytes, 'My words');
    const refusal = { code: 'notAPicture', message: expect.stringMatching(words) };
    expect(finished).toMatchObject({ refusal });
    const again = await charity.call(finishMedia, takeover.ids(mediaId), charity.asCurator);
    expect(again).toMatchObject({ refusal });
    const anew = { ...takeover.ids(mediaId), byteLength: bytes.length };
    expect(await charity.call(beginMedia, anew, charity.asCurator)).toMatchObject({ refusal });
    expect(await charity.call(viewMedia, takeover.ids(mediaId), charity.asCurator)).toMatchObject({
      value: { state: 'refused', words: expect.stringMatching(words), altText: 'My words' },
    });
    const kept = await gateway.database.inCharity(charity.charityId, (tx) =>
      tx.query(
        `SELECT 'chunk' FROM media_chunk WHERE media_id = $1
         UNION ALL SELECT owner FROM data_key WHERE owner = 'media-source:' || $1::uuid
         UNION ALL SELECT 'picture' FROM media WHERE media_id = $1 AND sealed_picture IS NOT NULL`,
        [mediaId],
      ),
    );
    expect(kept).toEqual([]);
  });

  it('are not begun when they are empty or larger than fifteen megabytes', async () => {
    const { charity } = takeover;
    for (const byteLength of [0, 15_000_001]) {
      const input = { ...takeover.ids(newId<MediaId>()), byteLength };
      expect(await charity.call(beginMedia, input, charity.asCurator)).toMatchObject({
        refusal: { code: 'badInput' },
      });
    }
  });
});

describe('pictures that would unfold to very much', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['a text', async () => pngWith(pngChunk('zTXt', Buffer.concat([latin('Comment\0\0'), await bomb()])))],
    [
      'a colour profile',
      async () => pngWith(pngChunk('iCCP', Buffer.concat([latin('p3\0\0'), await bomb()]))),
    ],
    ['more pixels than it has', async () => pngWith(pngChunk('IDAT', await bomb()))],
  ])('do not, when it is %s', async (_, make) => {
    const source = await make();
    expect(source.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage.rss();
    const cleaning = await cleanPicture(source);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
    if ('clean' in cleaning) expect(cleaning.clean).toMatchObject({ width: 40, height: 30 });
    else expect(cleaning.notAPicture).toBe('broken');
  });
});

describe('pictures that are somebody else’s', () => {
  it('do not go out in a post, whoever’s they are, and the words are not lost', async () => {
    const mine = await takeover.upload(await green().png().toBuffer());
    const { charity } = takeover;
    const elsewhere = await OpenTakeover.begin(gateway);
    const ofAnotherCharity = await elsewhere.upload(await green().png().toBuffer());
    const ofNobody = newId<MediaId>();
    const ofAnother = newId<MediaId>();
    const another = charity.asCuratorWith(newId<CuratorId>());
    await charity.succeed(beginMedia, { ...takeover.ids(ofAnother), byteLength: 10 }, another);
    for (const foreign of [ofAnotherCharity, ofAnother, ofNobody]) {
      expect(await takeover.hand({ text: 'Look', mediaIds: [mine, foreign] })).toMatchObject({
        refusal: { code: 'unknownMedia' },
      });
    }
    expect(await takeover.hand({ text: 'Twice', mediaIds: [mine, mine] })).toMatchObject({
      refusal: { code: 'badInput' },
    });
  });
});
