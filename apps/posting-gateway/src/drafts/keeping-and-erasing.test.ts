import type { CuratorId, MediaId, PostId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WithdrawCurator } from '../consent/withdraw-curator.js';
import { BeginMedia } from '../media/begin-media.js';
import { forgetAbandonedUploads } from '../media/forget-abandoned-uploads.js';
import { sealAltText } from '../media/sealed-picture.js';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { CuratorAtWork, newDraftId, texts } from '../rehearsal/curator-at-work.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

const dayMs = 86_400_000;
let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

async function aCurator() {
  const charity = await stage.aCharity();
  return { charity, curator: new CuratorAtWork(stage.app, charity) };
}

/** How much is kept of drafts: their rows, and the keys that open them. */
const kept = ({ charityId }: CharityOnStage) =>
  stage.database.inCharity(charityId, async (tx) => ({
    drafts: (await tx.query('SELECT FROM draft')).length,
    keys: (await tx.query(`SELECT FROM data_key WHERE owner LIKE 'draft:%'`)).length,
  }));
const nothing = { drafts: 0, keys: 0 };

/** A picture of the curator, finished or not. */
async function aPicture(
  charity: CharityOnStage,
  state: 'ready' | 'receiving',
  words = 'A green smoothie',
): Promise<MediaId> {
  const mediaId = newId<MediaId>();
  await stage.database.inCharity(charity.charityId, async (tx) => {
    const altText = await sealAltText(stage.app.get(Vault), tx, mediaId, words);
    await tx.query(
      `INSERT INTO media (charity_id, media_id, curator_id, state, source_bytes, sealed_alt_text, described_by,
                          mime_type, width, height, byte_length, sealed_picture)
       VALUES ($1, $2, $3, $4, 9, $5, 'author', 'image/png', 1, 1, 9, '')`,
      [charity.charityId, mediaId, charity.curatorId, state, altText],
    );
  });
  return mediaId;
}

const picturesOf = ({ charityId }: CharityOnStage) =>
  stage.database.inCharity(charityId, async (tx) =>
    (await tx.query<{ mediaId: MediaId }>('SELECT media_id AS "mediaId" FROM media')).map(
      ({ mediaId }) => mediaId,
    ),
  );

const withPicture = (mediaId: MediaId) => ({ posts: [{ text: 'Look', mediaIds: [mediaId] }] });

describe('what a curator prepared', () => {
  it('P5: is erased, its keys shredded, when they take back their consent, and nothing more is kept', async () => {
    const { charity, curator } = await aCurator();
    await curator.save(newDraftId(), 0, texts('One'));
    const away = newDraftId();
    await curator.save(away, 0, texts('Two'));
    await curator.discard(away);
    await charity.withdrawsConsent('keep');
    expect(await kept(charity)).toEqual(nothing);
    expect(await curator.trySave(newDraftId(), 0, texts('Three'))).toMatchObject({
      refusal: { code: 'consentWithdrawn' },
    });
    expect(await kept(charity)).toEqual(nothing);
  });

  it('P5: is erased when they leave; another curator’s stays', async () => {
    const { charity, curator } = await aCurator();
    const other = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    await curator.save(newDraftId(), 0, texts('Mine'));
    await other.save(newDraftId(), 0, texts('Theirs'));
    await charity.leaves('keep');
    expect([await kept(charity), await other.drafts()]).toEqual([{ drafts: 1, keys: 1 }, ['Theirs']]);
  });

  it('is not there again by a save that came in while the consent was taken back', async () => {
    const { charity, curator } = await aCurator();
    const saves = Array.from({ length: 20 }, (_, index) =>
      curator.trySave(newDraftId(), 0, texts(`Version ${index}`)),
    );
    await Promise.all([...saves, charity.withdrawsConsent('keep')]);
    expect(await kept(charity)).toEqual(nothing);
  });

  it('P5: has no picture begun while the consent was taken back, nor what it was said to show', async () => {
    const { charity } = await aCurator();
    const { charityId, curatorId } = charity;
    const begun = { charityId, mediaId: newId<MediaId>(), byteLength: 9, altText: 'My own street' };
    const { beginning } = await stage.database.inCharity(charityId, async (tx) => {
      const said = { wish: 'keep', at: await stage.now() } as const;
      await stage.app.get(WithdrawCurator).withdraw(tx, curatorId, said);
      const uploads = new BeginMedia(stage.database, stage.app.get(Vault));
      const begins = uploads.handle(begun, charity.asCurator(curatorId));
      let isAnswered = false;
      void begins.then(() => {
        isAnswered = true;
      });
      const waiting = () =>
        tx.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
      while (!isAnswered && (await waiting()).length === 0);
      return { beginning: begins };
    });
    expect(await beginning).toMatchObject({ refusal: { code: 'consentWithdrawn' } });
    expect(await picturesOf(charity)).toEqual([]);
  });

  it('P4: goes when nobody has touched it for the charity’s days; what was put away goes after thirty', async () => {
    const { charity, curator } = await aCurator();
    const [old, touched, away] = [newDraftId(), newDraftId(), newDraftId()];
    for (const id of [old, touched, away]) await curator.save(id, 0, texts('Words'));
    await curator.discard(away);
    await charity.keepsThingsFor(40);
    await stage.pass(31 * dayMs);
    await curator.save(touched, 1, texts('Words, touched'));
    await stage.carryOutRetention();
    expect(await kept(charity)).toEqual({ drafts: 2, keys: 2 });
    await stage.pass(10 * dayMs);
    await stage.carryOutRetention();
    expect(await curator.drafts()).toEqual(['Words, touched']);
    expect(await kept(charity)).toEqual({ drafts: 1, keys: 1 });
    const again = await curator.save(old, 1, texts('Words, typed on after all'));
    expect(again).toMatchObject({ draft: { draftId: old, revision: 1 }, conflict: null });
  });

  it('keeps its pictures as long as it is kept, and nobody else’s', async () => {
    const { charity, curator } = await aCurator();
    const other = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    const [inDraft, inForeignDraft] = [await aPicture(charity, 'ready'), await aPicture(charity, 'ready')];
    const draftId = newDraftId();
    await charity.keepsThingsFor(40);
    await stage.pass(39 * dayMs);
    await curator.save(draftId, 0, withPicture(inDraft));
    await other.save(newDraftId(), 0, withPicture(inForeignDraft));
    await stage.pass(2 * dayMs);
    await stage.carryOutRetention();
    expect(await picturesOf(charity)).toEqual([inDraft]);
    await curator.discard(draftId);
    await stage.pass(32 * dayMs);
    await stage.carryOutRetention();
    expect(await picturesOf(charity)).toEqual([]);
  });

  it('keeps an upload that broke off, which is otherwise forgotten after a day', async () => {
    const { charity, curator } = await aCurator();
    const [inDraft] = [await aPicture(charity, 'receiving'), await aPicture(charity, 'receiving')];
    await curator.save(newDraftId(), 0, withPicture(inDraft));
    await stage.pass(2 * dayMs);
    await stage.database.inCharity(charity.charityId, (tx) =>
      forgetAbandonedUploads(tx, stage.app.get(Vault)),
    );
    expect(await picturesOf(charity)).toEqual([inDraft]);
  });
});

describe('everything somebody wrote', () => {
  it('is theirs to download after the window, as records and as a text to read', async () => {
    const { charity, curator } = await aCurator();
    await charity.submit('Out');
    await stage.publish();
    const [back] = await charity.submit('Taken back');
    if (back) await charity.withdraw(back);
    const mediaId = await aPicture(charity, 'ready');
    const posts = [{ postId: newId<PostId>(), text: 'Held: 07700 900123', mediaIds: [mediaId] }];
    await charity.hand({ posts });
    await curator.save(newDraftId(), 0, {
      posts: [{ text: 'A question' }, { text: '', poll: { options: ['Tea', 'Coff'], durationMinutes: 60 } }],
    });
    await stage.pass(windowMs);
    await charity.close();
    await charity.hand({ posts: [{ postId: newId<PostId>(), text: 'Too late' }] });
    const { words, text } = await curator.download();
    expect(words.map((word) => (word.kind === 'draft' ? word.draft.state : word.post.state)).sort()).toEqual([
      'missedWindow',
      'open',
      'open',
      'published',
      'withdrawn',
    ]);
    const pieces = [
      'Post that is out (',
      'Out\n',
      'Post you took back (',
      'Post that did not go before the takeover ended (',
      'Held: 07700 900123\n[Picture: A green smoothie]\n',
      'Draft (',
      'A question\n\n\n( ) Tea\n( ) Coff\n',
      'Too late',
    ];
    for (const piece of pieces) expect(text).toContain(piece);
  });

  it('comes a page at a time, none missing and none twice', async () => {
    const { curator } = await aCurator();
    const long = (index: number) => `${index}:${'x'.repeat(20_000)}`;
    for (let index = 0; index < 30; index += 1) await curator.save(newDraftId(), 0, texts(long(index)));
    const { words, pages } = await curator.download();
    const all = words.flatMap((word) => (word.kind === 'draft' ? word.draft.posts : []));
    expect(all.map(({ text }) => text).sort()).toEqual(Array.from({ length: 30 }, (_, i) => long(i)).sort());
    expect(pages).toBeGreaterThan(3);
  });

  it('fits on the bus, page by page, whatever is in it: long words, and pictures with long descriptions', async () => {
    const { charity, curator } = await aCurator();
    const mediaIds: MediaId[] = [];
    for (let index = 0; index < 100; index += 1) {
      mediaIds.push(await aPicture(charity, 'ready', '木'.repeat(1_000)));
    }
    const posts = Array.from({ length: 25 }, (_, index) => ({
      text: '木'.repeat(5_990),
      mediaIds: mediaIds.slice(index * 4, index * 4 + 4),
    }));
    await curator.save(newDraftId(), 0, { posts });
    await curator.save(newDraftId(), 0, { posts: [{ text: 'Short', mediaIds: mediaIds.slice(0, 4) }] });
    const { words, largest } = await curator.download();
    expect(words).toHaveLength(2);
    expect(largest).toBeLessThan(1_000_000);
  });

  it('is nobody else’s', async () => {
    const { charity, curator } = await aCurator();
    await charity.submit('Mine');
    await curator.save(newDraftId(), 0, texts('Mine too'));
    const other = new CuratorAtWork(stage.app, charity, newId<CuratorId>());
    expect(await other.download()).toMatchObject({ words: [], text: '' });
  });
});
