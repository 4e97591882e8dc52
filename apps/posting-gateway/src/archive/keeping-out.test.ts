import type { MediaId, PostId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ArchiveOnStage } from '../rehearsal/archive-on-stage.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { archiveSources } from './archive-sources.js';
import { ReviewArchive } from './review-archive.js';
import { ReviewArchiveEntry } from './review-archive-entry.js';

let stage: PublishingStage;
let charity: CharityOnStage;
let archive: ArchiveOnStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
beforeEach(async () => {
  charity = await stage.aCharity();
  archive = new ArchiveOnStage(stage, charity);
});
afterAll(() => stage.close());

const review = (call = charity.asManager()) =>
  stage.app
    .get(ReviewArchiveEntry)
    .handle({ charityId: charity.charityId, takeoverId: charity.takeoverId, from: 0 }, call);

describe('keeping something out of the archive', () => {
  it('the team takes a weekend out with a reason, and puts it back', async () => {
    await archive.weekend(['Here']);
    const manager = charity.asManager();
    expect(await archive.takeOut({}, manager)).toMatchObject({ refusal: { code: 'reasonMissing' } });
    expect(await archive.takeOut({}, manager, 'Somebody complained')).toMatchObject({
      value: { keptOutBy: ['team'] },
    });
    expect([await archive.entry(), (await archive.list()).entries]).toEqual([undefined, []]);
    expect(await review()).toMatchObject({
      value: { reason: 'Somebody complained', entry: { keptOutBy: ['team'], name: 'Robin' } },
    });
    expect(await review(charity.asCurator())).toMatchObject({ value: { reason: null } });
    expect(await archive.putBack({}, manager)).toMatchObject({ value: { keptOutBy: [] } });
    expect(await archive.texts()).toEqual(['Meet Robin', 'Here']);
  });

  it('a curator takes one post out, and it stays out however often the entry is made anew', async () => {
    const [postId] = (await archive.weekend(['Private', 'Public'])) as [PostId];
    expect(await archive.takeOut({ postId }, charity.asCurator())).toMatchObject({
      value: { keptOutBy: ['curator'] },
    });
    expect(await archive.texts()).toEqual(['Meet Robin', 'Public']);
    expect((await archive.list({ q: 'private' })).entries).toEqual([]);
    expect((await archive.list()).entries[0]).toMatchObject({ posts: 1, firstWords: 'Public' });
    await charity.givesConsent('archive');
    await stage.keepArchive();
    expect(await archive.texts()).toEqual(['Meet Robin', 'Public']);
    expect(await archive.putBack({ postId }, charity.asManager())).toMatchObject({
      value: { keptOutBy: ['curator'] },
    });
    expect(await archive.texts()).toEqual(['Meet Robin', 'Public']);
    await archive.putBack({ postId }, charity.asCurator());
    expect(await archive.texts()).toEqual(['Meet Robin', 'Private', 'Public']);
  });

  it('is gone altogether where every post of the curator’s is out', async () => {
    const [postId] = (await archive.weekend(['Only'])) as [PostId];
    await archive.takeOut({ postId }, charity.asCurator());
    expect([await archive.entry(), (await archive.list()).entries]).toEqual([undefined, []]);
  });

  it('a picture goes at once, and its post stays', async () => {
    await charity.open();
    const mediaId = await archive.aPicture('My kitchen');
    await charity.hand({ posts: [{ postId: newId<PostId>(), text: 'Look', mediaIds: [mediaId] }] });
    await stage.publish();
    await charity.givesConsent('archive');
    await archive.end();
    expect(await archive.picture(mediaId)).toBe('a picture');
    await archive.takeOut({ mediaId }, charity.asCurator());
    expect(await archive.picture(mediaId)).toBe('notFound');
    expect((await archive.entry())?.posts.at(-1)).toMatchObject({ text: 'Look', pictures: [] });
    expect(await review()).toMatchObject({
      value: { posts: [{}, { pictures: [{ mediaId, keptOutBy: ['curator'] }] }] },
    });
  });

  it('a curator reaches their own weekends only, and nobody what is not in the archive', async () => {
    await archive.weekend(['Here']);
    const other = charity.asCurator(newId());
    const notFound = { refusal: { code: 'notFound' } };
    expect(await archive.takeOut({}, other)).toMatchObject(notFound);
    expect(await archive.putBack({}, other)).toMatchObject(notFound);
    expect(await review(other)).toMatchObject(notFound);
    expect(await archive.takeOut({ postId: newId<PostId>() }, charity.asCurator())).toMatchObject(notFound);
    expect(await archive.takeOut({ mediaId: newId<MediaId>() }, charity.asCurator())).toMatchObject(notFound);
    const all = (call = charity.asManager()) =>
      stage.app.get(ReviewArchive).handle({ charityId: charity.charityId }, call);
    expect(await all(other)).toMatchObject({ value: { entries: [] } });
    expect(await all()).toMatchObject({ value: { entries: [{ takeoverId: charity.takeoverId }] } });
    expect(await archive.texts()).toEqual(['Meet Robin', 'Here']);
  });

  it('is noted in the audit once, by ids alone', async () => {
    await archive.weekend(['Here']);
    const manager = charity.asManager();
    await archive.takeOut({}, manager, 'A reason');
    await archive.takeOut({}, manager, 'Another reason');
    await archive.putBack({}, manager);
    await archive.putBack({}, manager);
    const noted = (await charity.facts()).filter(({ data }) => /^archive/.test(Object(data).action));
    expect(noted.map(({ data }) => [Object(data).action, Object(data).about])).toEqual([
      ['archive.taken-out', charity.takeoverId],
      ['archive.put-back', charity.takeoverId],
    ]);
    expect(JSON.stringify(noted)).not.toContain('reason');
  });

  it('is in the charity’s export, and so is what stands', async () => {
    const [postId] = (await archive.weekend(['Here', 'There'])) as [PostId];
    await archive.takeOut({ postId }, charity.asManager(), 'Too much');
    await archive.takeOut({ postId }, charity.asCurator());
    const vault = stage.app.get(Vault);
    const exported = await stage.database.inCharity(charity.charityId, async (tx) => {
      const files = [];
      for (const { file, sql, show } of archiveSources(vault))
        for (const row of await tx.query<object & { key: string }>(sql, [null, 10])) {
          files.push({ file, ...row, ...(await show?.(row, tx)) });
          if (file === 'archive-kept-out') expect(await tx.query(sql, [row.key, 10])).not.toContainEqual(row);
        }
      return files;
    });
    expect(exported).toMatchObject([
      { file: 'archive-entries', takeoverId: charity.takeoverId, name: 'Robin', postIds: { length: 3 } },
      { file: 'archive-kept-out', what: postId, by: 'curator', reason: null },
      { file: 'archive-kept-out', what: postId, by: 'team', reason: 'Too much' },
    ]);
  });
});
