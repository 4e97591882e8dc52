import { AuditEntry, type MediaId, type PostId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordMentions } from '../inbox/record-mentions.js';
import { sealAltText, sealPicture } from '../media/sealed-picture.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

const dayMs = 86_400_000;
let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const counted = async (charity: CharityOnStage) =>
  (await charity.facts())
    .filter(({ type }) => type === 'baton.posting.audited.v1')
    .map(({ data }) => AuditEntry.parse(data))
    .filter(({ action }) => action === 'retention.carried-out')
    .map(({ details }) => details);

const rowsOf = (charity: CharityOnStage, table: 'media' | 'mention') =>
  stage.database.inCharity(
    charity.charityId,
    async (tx) => (await tx.query(`SELECT 1 FROM ${table}`)).length,
  );

async function aPicture({ charityId, curatorId }: CharityOnStage): Promise<MediaId> {
  const mediaId = newId<MediaId>();
  await stage.database.inCharity(charityId, async (tx) => {
    const sealed = await sealPicture(stage.app.get(Vault), tx, mediaId, Buffer.from('a picture'));
    await tx.query(
      `INSERT INTO media (charity_id, media_id, curator_id, state, source_bytes, sealed_alt_text,
                          mime_type, width, height, byte_length, sealed_picture)
       VALUES ($1, $2, $3, 'ready', 9, '', 'image/png', 1, 1, 9, $4)`,
      [charityId, mediaId, curatorId, sealed],
    );
  });
  return mediaId;
}

async function aMention({ charityId, takeoverId }: CharityOnStage): Promise<void> {
  const now = await stage.now();
  await stage.database.inCharity(charityId, (tx) =>
    recordMentions(
      tx,
      stage.app.get(Vault),
      {
        ...{ charityId, takeoverId, sinceXPostId: null, fence: 1 },
        ...{ opensAt: new Date(now.getTime() - 1_000), closesAt: new Date(now.getTime() + 1_000) },
      },
      [
        {
          xPostId: '1',
          from: 'follower',
          writerId: '7',
          accountSince: undefined,
          text: 'Hello',
          at: now,
          answersXPostId: null,
          conversationXPostId: null,
        },
      ],
      300,
    ),
  );
}

describe('how long the posting gateway keeps things', () => {
  it('P4: removes drafts, pictures and mentions when their days are over, and tells the audit how many', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Out');
    await stage.publish();
    const [draft] = await charity.submit('Taken back');
    if (!draft) throw new Error('no post');
    await charity.withdraw(draft);
    await aPicture(charity);
    await aMention(charity);
    await charity.keepsThingsFor(7);
    await stage.pass(6 * dayMs);
    await stage.carryOutRetention();
    expect([await rowsOf(charity, 'media'), await rowsOf(charity, 'mention')]).toEqual([1, 1]);
    expect(await counted(charity)).toEqual([]);
    await stage.pass(2 * dayMs);
    await stage.carryOutRetention();
    expect([await rowsOf(charity, 'media'), await rowsOf(charity, 'mention')]).toEqual([0, 0]);
    expect((await charity.posts()).map(({ text }) => text)).toEqual(['Out', '']);
    expect(await counted(charity)).toEqual([{ pictures: 1, drafts: 1, mentions: 1 }]);
  });

  it('P1: forgets within two days what was sent and never finished, though nobody sends anything after it', async () => {
    const charity = await stage.aCharity();
    await charity.keepsThingsFor(90);
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(
        `INSERT INTO media (charity_id, media_id, curator_id, state, source_bytes, sealed_alt_text)
         VALUES ($1, $2, $3, 'receiving', 9, '')`,
        [charity.charityId, newId(), charity.curatorId],
      ),
    );
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(1);
    await stage.pass(2 * dayMs);
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(0);
  });

  it('counts nothing twice, and says nothing on a day on which there was nothing to remove', async () => {
    const charity = await stage.aCharity();
    const [draft] = await charity.submit('Taken back');
    if (draft) await charity.withdraw(draft);
    await charity.keepsThingsFor(7);
    await stage.pass(8 * dayMs);
    await stage.carryOutRetention();
    await stage.pass(2 * dayMs);
    await stage.carryOutRetention();
    expect(await counted(charity)).toEqual([{ pictures: 0, drafts: 1, mentions: 0 }]);
  });

  it('keeps for ninety days where nobody has said how long', async () => {
    const charity = await stage.aCharity();
    await aPicture(charity);
    await stage.pass(89 * dayMs);
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(1);
    await stage.pass(2 * dayMs);
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(0);
  });

  it('keeps a picture for its days after its post, however long before it was prepared', async () => {
    const charity = await stage.aCharity();
    await charity.keepsThingsFor(7);
    const mediaId = await aPicture(charity);
    await stage.database.inCharity(charity.charityId, async (tx) =>
      tx.query(
        `UPDATE media SET begun_at = begun_at - interval '6 days', sealed_alt_text = $1, described_by = 'author'`,
        [await sealAltText(stage.app.get(Vault), tx, mediaId, 'A green smoothie')],
      ),
    );
    await charity.hand({ posts: [{ postId: newId<PostId>(), text: 'Look', mediaIds: [mediaId] }] });
    await stage.publish();
    expect(await charity.states()).toEqual(['published']);
    await stage.pass(6 * dayMs);
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(1);
    await stage.pass(2 * dayMs);
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(0);
  });

  it('keeps to what was set last, whichever fact is heard last', async () => {
    const charity = await stage.aCharity();
    await aPicture(charity);
    await charity.keepsThingsFor(300, 3);
    await charity.keepsThingsFor(7, 2);
    await stage.pass(30 * dayMs);
    await stage.carryOutRetention();
    expect(await rowsOf(charity, 'media')).toBe(1);
  });
});
