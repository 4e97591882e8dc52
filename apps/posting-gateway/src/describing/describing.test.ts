import {
  AuditEntry,
  askForDescription,
  type CuratorId,
  describeMedia,
  listDescriptionRequests,
  listMedia,
  type MediaId,
  readPicture,
  viewMedia,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { OpenTakeover } from '../rehearsal/open-takeover.js';
import { XAccount } from '../x/x-account.js';

let gateway: GatewayWithSandbox;
let takeover: OpenTakeover;
let photo: Buffer;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  takeover = await OpenTakeover.begin(gateway);
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => gateway.stop());

const asTeam = () => takeover.charity.asManager;
const asCurator = () => takeover.charity.asCurator;
const describeIt = (mediaId: MediaId, altText: string, caller = asCurator()) =>
  takeover.charity.call(describeMedia, { ...takeover.ids(mediaId), altText }, caller);
const ask = (mediaId: MediaId) =>
  takeover.charity.call(askForDescription, takeover.ids(mediaId), asCurator());
const view = (mediaId: MediaId, caller = asCurator()) =>
  takeover.charity.call(viewMedia, takeover.ids(mediaId), caller);
const read = (mediaId: MediaId, caller = asCurator()) =>
  takeover.charity.call(readPicture, takeover.ids(mediaId), caller);
const requests = async () => {
  const { charity } = takeover;
  return (await charity.succeed(listDescriptionRequests, { charityId: charity.charityId }, asTeam()))
    .requests;
};
/** Long enough for a description to change before the post goes. */
const later = () => ({ timedFor: new Date(Date.now() + 1_800_000).toISOString() });

describe('looking at pictures', () => {
  it('shows a curator their own, newest first, on any device', async () => {
    const first = await takeover.upload(photo, 'First');
    const second = await takeover.upload(photo);
    const { charity } = takeover;
    const list = await charity.succeed(listMedia, { charityId: charity.charityId }, asCurator());
    expect(list.pictures.slice(0, 2)).toMatchObject([
      { mediaId: second, state: 'ready', altText: '', describedBy: null, descriptionAskedAt: null },
      { mediaId: first, altText: 'First', describedBy: 'author', mimeType: 'image/jpeg', width: 60 },
    ]);
    const since = list.pictures[0]?.begunAt;
    const recent = await charity.succeed(
      listMedia,
      { charityId: charity.charityId, ...(since ? { since } : {}) },
      asCurator(),
    );
    expect(recent.pictures).toHaveLength(1);
  });

  it('gives a picture out in pieces, and only after it was made clean', async () => {
    const mediaId = await takeover.upload(photo);
    const answer = await read(mediaId);
    if (!answer.ok) throw new Error('refused');
    expect(answer.value).toMatchObject({ mimeType: 'image/jpeg', next: null });
    const shown = await sharp(Buffer.from(answer.value.piece, 'base64')).metadata();
    expect(shown).toMatchObject({ format: 'jpeg', width: 60, height: 40 });
  });

  it('T1: shows the team nothing that was not given to them, and another curator nothing at all', async () => {
    const mediaId = await takeover.upload(photo);
    const another = takeover.charity.asCuratorWith(newId<CuratorId>());
    for (const caller of [asTeam(), another]) {
      expect(await view(mediaId, caller)).toMatchObject({ refusal: { code: 'notFound' } });
      expect(await read(mediaId, caller)).toMatchObject({ refusal: { code: 'notFound' } });
      expect(await describeIt(mediaId, 'Mine now', caller)).toMatchObject({ refusal: { code: 'notFound' } });
    }
    await takeover.submit({ text: 'Look', mediaIds: [mediaId] }, later());
    expect(await view(mediaId, asTeam())).toMatchObject({ ok: true });
    expect(await read(mediaId, asTeam())).toMatchObject({ ok: true });
    expect(await describeIt(mediaId, 'Theirs', asTeam())).toMatchObject({ refusal: { code: 'notAsked' } });
    expect(await view(mediaId, another)).toMatchObject({ refusal: { code: 'notFound' } });
  });
});

describe('describing a picture', () => {
  it('takes a description until the picture is out, and X has the last one', async () => {
    const mediaId = await takeover.upload(photo, 'A smoothy');
    expect(await describeIt(mediaId, 'A green smoothie')).toMatchObject({
      value: { altText: 'A green smoothie', describedBy: 'author' },
    });
    const { postId } = await takeover.submit({ text: 'Breakfast', mediaIds: [mediaId] });
    expect(await takeover.altTextsOnX(postId)).toEqual(['A green smoothie']);
    expect(await describeIt(mediaId, 'Too late')).toMatchObject({ refusal: { code: 'alreadyOut' } });
    expect(await describeIt(mediaId, 'A green smoothie')).toMatchObject({ ok: true });
  });

  it('gives X the picture anew when its description changes after X was given it', async () => {
    const mediaId = await takeover.upload(photo, 'Old words');
    const { charityId, accountId } = takeover.charity;
    const prepare = async () => {
      const made = await gateway.service.app
        .get(XAccount)
        .prepare(charityId, accountId, { text: 'Look', mediaIds: [mediaId] });
      return 'ready' in made ? made.ready.xMediaIds[0] : undefined;
    };
    const before = await prepare();
    expect(await prepare()).toBe(before);
    await describeIt(mediaId, 'New words');
    expect(await prepare()).not.toBe(before);
    const { postId } = await takeover.submit({ text: 'Anew', mediaIds: [mediaId] });
    expect(await takeover.altTextsOnX(postId)).toEqual(['New words']);
  });

  it('checks it as it checks the text, also when it changes afterwards', async () => {
    const mediaId = await takeover.upload(photo, 'A cup');
    expect(await describeIt(mediaId, 'A \u202e cup')).toMatchObject({
      refusal: { code: 'blocked', details: { findings: [{ check: 'controlCharacters', picture: 1 }] } },
    });
    const { postId, status } = await takeover.submit({ text: 'Tea', mediaIds: [mediaId] }, later());
    expect(status.state).toBe('queued');
    await describeIt(mediaId, 'A cup with 07700 900123 on it');
    expect(await takeover.post(postId)).toMatchObject({
      status: { state: 'held' },
      findings: [{ check: 'contactDetails', verdict: 'hold', picture: 1 }],
    });
  });

  it('refuses ten thousand characters, and keeps the picture and the words before', async () => {
    const mediaId = await takeover.upload(photo, 'Before');
    expect(await describeIt(mediaId, 'a'.repeat(10_000))).toMatchObject({
      refusal: { code: 'badInput' },
    });
    expect(await view(mediaId)).toMatchObject({ value: { state: 'ready', altText: 'Before' } });
  });
});

describe('asking the team to describe a picture', () => {
  it('holds the post until they have, and then it goes by itself, with their words', async () => {
    const [own, asked] = [await takeover.upload(photo, 'Mine'), await takeover.upload(photo)];
    expect(await ask(asked)).toMatchObject({ value: { descriptionAskedAt: expect.any(String) } });
    const { postId } = await takeover.submit({ text: 'Two', mediaIds: [own, asked] });
    expect(await takeover.post(postId)).toMatchObject({
      status: { state: 'held' },
      findings: [
        { check: 'altText', verdict: 'hold', explanation: 'Waits for the team to describe picture 2 of 2.' },
      ],
    });
    expect(await requests()).toMatchObject([
      { mediaId: asked, curatorId: takeover.charity.curatorId, mimeType: 'image/jpeg', postIds: [postId] },
    ]);
    expect(await describeIt(asked, 'A wheelchair on a beach', asTeam())).toMatchObject({
      value: { describedBy: 'team' },
    });
    expect(await takeover.altTextsOnX(postId)).toEqual(['Mine', 'A wheelchair on a beach']);
    expect(await requests()).toEqual([]);
    expect(await view(asked)).toMatchObject({ value: { altText: 'A wheelchair on a beach' } });
    const { findings, timeline } = await takeover.post(postId);
    expect(findings).toEqual([]);
    expect(timeline).toContainEqual(
      expect.objectContaining({ by: 'team', what: 'Its pictures are described now, so it goes on.' }),
    );
  });

  it('holds a post that was handed over before, and lets it go when its author describes the picture', async () => {
    const mediaId = await takeover.upload(photo);
    const { postId } = await takeover.submit({ text: 'Wait', mediaIds: [mediaId] }, later());
    await ask(mediaId);
    await ask(mediaId);
    expect((await takeover.post(postId)).status.state).toBe('held');
    await describeIt(mediaId, 'Never mind: my cat');
    expect((await takeover.post(postId)).status.state).toBe('queued');
  });

  it('leaves a post with the team that is held for something else as well', async () => {
    const mediaId = await takeover.upload(photo);
    await ask(mediaId);
    const text = 'Call me on 07700 900123';
    const { postId } = await takeover.submit({ text, mediaIds: [mediaId] });
    await describeIt(mediaId, 'A phone', asTeam());
    expect(await takeover.post(postId)).toMatchObject({
      status: { state: 'held' },
      findings: [{ check: 'contactDetails' }],
    });
  });

  it('does not ask for what is there already or is out', async () => {
    expect(await ask(await takeover.upload(photo, 'Mine'))).toMatchObject({
      refusal: { code: 'alreadyDescribed' },
    });
    const silent = await takeover.upload(photo);
    const { postId } = await takeover.submit({ text: 'Silent', mediaIds: [silent] });
    await takeover.until(postId, 'published');
    expect(await ask(silent)).toMatchObject({ refusal: { code: 'alreadyOut' } });
  });

  it('notes in the audit who described it, and none of the words', async () => {
    const mediaId = await takeover.upload(photo);
    await ask(mediaId);
    await describeIt(mediaId, 'Zebra', asTeam());
    const noted = await gateway.database.inCharity(takeover.charity.charityId, (tx) =>
      tx.query<{ envelope: string }>(`SELECT envelope FROM outbox WHERE envelope LIKE '%picture.described%'`),
    );
    const entries = noted.map(({ envelope }) => AuditEntry.parse(JSON.parse(envelope).data));
    expect(entries).toContainEqual(
      expect.objectContaining({ actor: expect.stringMatching(/^manager /), about: mediaId, details: {} }),
    );
    expect(JSON.stringify(noted)).not.toContain('Zebra');
  });
});

describe('four pictures at once', () => {
  it('go out in their order, each with its description', async () => {
    const altTexts = ['One', 'Two', 'Three', 'Four'];
    const mediaIds = await Promise.all(altTexts.map((altText) => takeover.upload(photo, altText)));
    const { postId } = await takeover.submit({ text: 'Four', mediaIds });
    expect(await takeover.altTextsOnX(postId)).toEqual(altTexts);
  });
});
