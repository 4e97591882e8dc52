import { appendMedia, beginMedia, type CuratorId, finishMedia, type MediaId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { XAccount } from '../x/x-account.js';
import { chunkBytes } from './chunks.js';
import { finishedPictures } from './finished-pictures.js';

const canary = 'CANARY-2b7e90';
let gateway: GatewayWithSandbox;
let charity: CharityWithSandbox;
let photo: Buffer;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  charity = await gateway.aCharity();
  await charity.connect();
  photo = await sharp({
    create: {
      ...{ width: 900, height: 700, channels: 3, background: 'grey' },
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  })
    .withExif({ IFD0: { Artist: canary }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg({ quality: 95 })
    .toBuffer();
});

afterAll(async () => {
  await gateway.stop();
});

const chunksOf = (bytes: Buffer): string[] =>
  Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64'),
  );

const ids = (mediaId: MediaId) => ({ charityId: charity.charityId, mediaId });
const begin = (mediaId: MediaId, byteLength: number, altText = '', caller = charity.asCurator) =>
  charity.call(beginMedia, { ...ids(mediaId), byteLength, altText }, caller);
const append = (mediaId: MediaId, index: number, base64: string, caller = charity.asCurator) =>
  charity.call(appendMedia, { ...ids(mediaId), index, base64 }, caller);
const finish = (mediaId: MediaId, caller = charity.asCurator) =>
  charity.call(finishMedia, ids(mediaId), caller);

async function upload(bytes: Buffer, altText = ''): Promise<MediaId> {
  const mediaId = newId<MediaId>();
  await begin(mediaId, bytes.length, altText);
  for (const [index, base64] of chunksOf(bytes).entries()) await append(mediaId, index, base64);
  return mediaId;
}

const rowsAbout = (mediaId: MediaId) =>
  gateway.database.inCharity(charity.charityId, async (tx) => ({
    chunks: await tx.query('SELECT 1 FROM media_chunk WHERE media_id = $1', [mediaId]),
    keys: await tx.query<{ owner: string }>('SELECT owner FROM data_key WHERE owner LIKE $1', [
      `%${mediaId}`,
    ]),
    dump: JSON.stringify(await tx.query('SELECT media::text FROM media WHERE media_id = $1', [mediaId])),
  }));

describe('uploading a picture', () => {
  it('takes it in chunks and can be resumed at the first missing one', async () => {
    const mediaId = newId<MediaId>();
    const chunks = chunksOf(photo);
    expect(chunks.length).toBeGreaterThan(1);
    expect(await begin(mediaId, photo.length)).toMatchObject({ value: { nextIndex: 0, chunkBytes } });
    expect(await append(mediaId, 1, chunks[1] ?? '')).toMatchObject({ value: { nextIndex: 0 } });
    expect(await finish(mediaId)).toMatchObject({ refusal: { code: 'incomplete' } });
    for (const [index, base64] of chunks.entries()) await append(mediaId, index, base64);
    expect(await begin(mediaId, photo.length)).toMatchObject({ value: { nextIndex: chunks.length } });
    const finished = await finish(mediaId);
    expect(finished).toMatchObject({ value: { mimeType: 'image/jpeg', width: 900, height: 700 } });
    expect(await finish(mediaId)).toEqual(finished);
    expect(await append(mediaId, 0, chunks[0] ?? '')).toMatchObject({ refusal: { code: 'alreadyFinished' } });
  });

  it('P1: keeps nothing of what was sent once there is a clean picture, and shreds its key', async () => {
    const mediaId = await upload(photo, canary);
    const before = await rowsAbout(mediaId);
    expect(before.keys.map(({ owner }) => owner).sort()).toEqual([
      `media-source:${mediaId}`,
      `media:${mediaId}`,
    ]);
    await finish(mediaId);
    const after = await rowsAbout(mediaId);
    expect(after.chunks).toEqual([]);
    expect(after.keys).toEqual([{ owner: `media:${mediaId}` }]);
    for (const written of [canary, Buffer.from(canary).toString('hex')])
      expect(after.dump).not.toContain(written);
  });

  it('P1: keeps no part that arrives while the picture is being finished', async () => {
    const mediaId = await upload(photo);
    const { late } = await gateway.database.inCharity(charity.charityId, async (tx) => {
      await tx.query(
        `UPDATE media SET state = 'ready', mime_type = '', width = 1, height = 1, byte_length = 1, sealed_picture = ''
          WHERE media_id = $1`,
        [mediaId],
      );
      await tx.query('DELETE FROM media_chunk WHERE media_id = $1', [mediaId]);
      const arriving = append(mediaId, 0, chunksOf(photo)[0] ?? '');
      let answered = false;
      void arriving.then(() => {
        answered = true;
      });
      const waiting = () => tx.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      while (!answered && (await waiting()).length === 0);
      return { late: arriving };
    });
    expect(await late).toMatchObject({ refusal: { code: 'alreadyFinished' } });
    expect((await rowsAbout(mediaId)).chunks).toEqual([]);
  });

  it('refuses what is not a picture, and says what to do', async () => {
    const mediaId = await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(await finish(mediaId)).toMatchObject({
      refusal: { code: 'notAPicture', message: expect.stringContaining('PNG') },
    });
  });

  it('refuses a chunk that is not as long as it must be', async () => {
    const mediaId = newId<MediaId>();
    await begin(mediaId, photo.length);
    expect(await append(mediaId, 0, Buffer.alloc(10).toString('base64'))).toMatchObject({
      refusal: { code: 'badInput', details: { expectedBytes: chunkBytes } },
    });
    expect(await append(mediaId, 199, Buffer.alloc(10).toString('base64'))).toMatchObject({
      refusal: { code: 'badInput' },
    });
  });

  it('T1: belongs to one curator of one charity', async () => {
    const mediaId = await upload(photo);
    const another = charity.asCuratorWith(newId<CuratorId>());
    expect(await append(mediaId, 0, chunksOf(photo)[0] ?? '', another)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    expect(await finish(mediaId, another)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await begin(mediaId, photo.length, '', another)).toMatchObject({ refusal: { code: 'badInput' } });
    await finish(mediaId);
    const found = (curatorId: CuratorId, charityId = charity.charityId) =>
      gateway.database.inCharity(charityId, (tx) =>
        finishedPictures(tx, gateway.vault, curatorId, [mediaId]),
      );
    expect(await found(charity.curatorId)).toEqual([
      { mediaId, altText: '', waitsForTeam: false, isMoving: false },
    ]);
    expect(await found(newId<CuratorId>())).toEqual([]);
    expect(await found(charity.curatorId, (await gateway.aCharity()).charityId)).toEqual([]);
  });

  it('takes two hundred within a day from one person, and goes on with what was begun', async () => {
    const busy = await gateway.aCharity();
    const { charityId } = busy;
    const first = newId<MediaId>();
    const beginOne = (mediaId: MediaId) =>
      busy.call(beginMedia, { charityId, mediaId, byteLength: 9, altText: '' }, busy.asCurator);
    await beginOne(first);
    await gateway.database.inCharity(charityId, (tx) =>
      tx.query(
        `INSERT INTO media (charity_id, media_id, curator_id, state, source_bytes, sealed_alt_text)
         SELECT charity_id, gen_random_uuid(), curator_id, 'receiving', 9, '' FROM media, generate_series(1, 199)`,
      ),
    );
    expect(await beginOne(newId<MediaId>())).toMatchObject({ refusal: { code: 'tooManyPictures' } });
    expect(await beginOne(first)).toMatchObject({ ok: true });
  });

  it('forgets after a day what was begun and never finished', async () => {
    const mediaId = await upload(photo);
    await gateway.postgres.shiftClock(25 * 3_600_000);
    await begin(newId<MediaId>(), 10);
    await gateway.postgres.shiftClock(0);
    const { chunks, keys } = await rowsAbout(mediaId);
    expect({ chunks, keys }).toEqual({ chunks: [], keys: [] });
  });
});

describe('giving a picture to X', () => {
  const request = (...mediaIds: MediaId[]) => ({ text: `Look ${mediaIds[0] ?? ''}`, mediaIds });
  const prepare = (...mediaIds: MediaId[]) =>
    gateway.service.app.get(XAccount).prepare(charity.charityId, charity.accountId, request(...mediaIds));
  const uploads = () =>
    gateway.sandbox.control.requests().filter(({ path }) => path === '/2/media/upload/initialize').length;

  it('P1: X gets the clean picture with its description, and only once', async () => {
    const mediaId = await upload(photo, 'A green smoothie');
    await finish(mediaId);
    const before = uploads();
    const prepared = await prepare(mediaId);
    if (!('ready' in prepared)) throw new Error('not prepared');
    expect(await prepare(mediaId)).toMatchObject({ ready: { xMediaIds: prepared.ready.xMediaIds } });
    expect(uploads() - before).toBe(1);
    const [xMediaId = ''] = prepared.ready.xMediaIds;
    const onX = Buffer.from(
      await (await fetch(`${gateway.sandbox.origin}/sandbox/media/${xMediaId}`)).arrayBuffer(),
    );
    expect(onX.includes(canary)).toBe(false);
    expect((await sharp(onX).metadata()).exif).toBeUndefined();
    const published = await gateway.service.app.get(XAccount).publish(prepared.ready, 2_000);
    expect(published.outcome).toBe('published');
  });

  it('is not ready when X or the network fails half-way, and can be tried again', async () => {
    const mediaId = await upload(photo);
    await finish(mediaId);
    gateway.sandbox.control.queueFault({ path: '/2/media/upload/:id/append', status: 503 });
    expect(await prepare(mediaId)).toEqual({ outcome: 'notReady' });
    expect(await prepare(mediaId)).toHaveProperty('ready');
  });

  it('does not publish without a picture that is not there', async () => {
    expect(await prepare(newId<MediaId>())).toMatchObject({ outcome: 'rejected', reason: 'mediaRefused' });
  });
});
