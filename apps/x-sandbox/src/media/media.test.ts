import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startXSandbox, type XSandbox } from '../start.js';
import { pngOf, rejectionOf, twitterApiClient, xdkClient } from '../testing/real-clients.js';
import { measureImage } from './measure-image.js';

let sandbox: XSandbox;
beforeAll(async () => {
  sandbox = await startXSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const bytesOf = async (id: string) =>
  Buffer.from(await (await fetch(`${sandbox.origin}/sandbox/media/${id}`)).arrayBuffer());

describe('uploading pictures', () => {
  it('keeps every byte of three multipart chunks sent by twitter-api-v2, and the alt text', async () => {
    const client = twitterApiClient(sandbox);
    const picture = pngOf(640, 480, 2_500_000);
    const id = await client.v2.uploadMedia(picture, { media_type: 'image/png' });
    expect((await bytesOf(id)).equals(picture)).toBe(true);
    await client.v2.createMediaMetadata(id, { alt_text: { text: 'A green smoothie' } });
    const { data } = await client.v2.tweet('Breakfast', { media: { media_ids: [id] } });
    expect(data.text).toMatch(/^Breakfast https:\/\/t\.co\/\w{10}$/);
    const read = await client.v2.singleTweet(data.id, {
      expansions: ['attachments.media_keys'],
      'media.fields': ['alt_text', 'width', 'height', 'url'],
    });
    expect(read.includes?.media?.[0]).toMatchObject({
      media_key: `3_${id}`,
      type: 'photo',
      alt_text: 'A green smoothie',
      width: 640,
      height: 480,
    });
  });

  it('takes base64 in JSON and an empty finalize body from the xdk', async () => {
    const { media } = xdkClient(sandbox);
    const picture = pngOf(10, 20, 4 * 1024 * 1024);
    const begun = await media.initializeUpload({ mediaType: 'image/png', totalBytes: picture.length });
    const id = begun.data?.id ?? '';
    expect((await media.getUploadStatus(id, { command: 'STATUS' })).data?.processingInfo?.state).toBe(
      'pending',
    );
    await media.appendUpload(id, { segmentIndex: 0, media: picture.toString('base64') });
    expect((await media.finalizeUpload(id)).data?.size).toBe(picture.length);
    expect((await media.getUploadStatus(id, { command: 'STATUS' })).data?.processingInfo?.state).toBe(
      'succeeded',
    );
    await media.createMetadata({ id, metadata: { altText: { text: 'Words' } } });
    expect((await bytesOf(id)).equals(picture)).toBe(true);
  });

  it('refuses what X refuses', async () => {
    const client = twitterApiClient(sandbox);
    const upload = (bytes: Buffer, type: 'image/png' | 'image/jpeg' | 'video/mp4') =>
      rejectionOf(client.v2.uploadMedia(bytes, { media_type: type }));
    expect(await upload(pngOf(1, 1, 5 * 1024 * 1024 + 1), 'image/png')).toMatchObject({ code: 400 });
    expect(await upload(pngOf(1, 1), 'image/jpeg')).toMatchObject({ code: 400 });
    expect(await upload(pngOf(1, 1), 'video/mp4')).toMatchObject({ code: 400 });
    const id = await client.v2.uploadMedia(pngOf(1, 1), { media_type: 'image/png' });
    const tooLong = client.v2.createMediaMetadata(id, { alt_text: { text: 'a'.repeat(1_001) } });
    expect(await rejectionOf(tooLong)).toMatchObject({ code: 400 });
  });

  it('refuses a finished upload with a hole in it', async () => {
    const { media } = xdkClient(sandbox);
    const picture = pngOf(1, 1);
    const id =
      (await media.initializeUpload({ mediaType: 'image/png', totalBytes: picture.length })).data?.id ?? '';
    await media.appendUpload(id, { segmentIndex: 1, media: picture.toString('base64') });
    expect(await rejectionOf(media.finalizeUpload(id))).toMatchObject({ status: 400 });
  });
});

describe('measuring a picture by its header', () => {
  const header = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(32)]);
  const size = { width: 320, height: 240 };

  it.each([
    ['a PNG', 'image/png', pngOf(320, 240), size],
    ['a GIF', 'image/gif', header('GIF89a\x40\x01\xf0\x00'), size],
    ['a JPEG', 'image/jpeg', header('\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x11\x08\x00\xf0\x01\x40'), size],
    ['a WEBP', 'image/webp', header('RIFFxxxxWEBPVP8Xxxxxxxxx\x3f\x01\x00\xef\x00\x00'), size],
    ['no JPEG that ends at once', 'image/jpeg', Buffer.from('\xff\xd8\xff', 'latin1'), undefined],
    ['no JPEG whose segments lead outside', 'image/jpeg', header('\xff\xd8\xff\xe0\xff\xff'), undefined],
    ['no PNG in plain words', 'image/png', header('hello'), undefined],
  ] as const)('reads %s', (_what, mediaType, bytes, expected) => {
    expect(measureImage(mediaType, bytes)).toEqual(expected);
  });
});
