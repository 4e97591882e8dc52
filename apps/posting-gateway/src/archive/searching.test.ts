import type { CharityId, CuratorId, PostId, TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArchiveOnStage } from '../rehearsal/archive-on-stage.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { wordsOf } from './words-of.js';

let stage: PublishingStage;
let charity: CharityOnStage;
let archive: ArchiveOnStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
  charity = await stage.aCharity();
  archive = new ArchiveOnStage(stage, charity);
  for (const [number, openedAt] of weekends.entries()) await stand(charity.charityId, number, openedAt);
});
afterAll(() => stage.close());

/** Two of them opened at the very same moment, and the last one in another year by London’s clock than by UTC. */
const weekends = [
  ...Array.from({ length: 43 }, (_, number) => new Date(Date.UTC(2025, 0, 3 + 7 * number, 17, 30))),
  new Date(Date.UTC(2025, 0, 3, 17, 30)),
  new Date(Date.UTC(2024, 5, 30, 23, 30)),
];

/** A weekend that stands in the archive, without all that led to it. */
async function stand(charityId: CharityId, number: number, openedAt: Date): Promise<void> {
  const takeoverId = newId<TakeoverId>();
  const curatorId = newId<CuratorId>();
  const texts = [`Weekend ${number} begins`, number % 2 === 0 ? 'Müde Beine' : 'Tired legs'];
  await stage.database.inCharity(charityId, async (tx) => {
    await tx.query(
      `INSERT INTO takeover (charity_id, takeover_id, curator_id, pen_name, identity_level, opens_at, closes_at)
       VALUES ($1, $2, $3, $4, 'penName', $5::timestamptz, $5::timestamptz + interval '1 day')`,
      [charityId, takeoverId, curatorId, `Kim ${number}`, openedAt],
    );
    await tx.query(
      `INSERT INTO archive_curator (charity_id, curator_id, withdrawals_before, is_anonymous) VALUES ($1, $2, 0, false)`,
      [charityId, curatorId],
    );
    await tx.query(
      `INSERT INTO archive_entry (charity_id, takeover_id, curator_id, name, name_words, opened_at, closed_at)
       VALUES ($1, $2, $3, $4, array_to_tsvector($5), $6::timestamptz, $6::timestamptz + interval '1 day')`,
      [charityId, takeoverId, curatorId, `Kim ${number}`, wordsOf(`Kim ${number}`), openedAt],
    );
    for (const [ordinal, text] of texts.entries()) {
      const postId = newId<PostId>();
      await tx.query(
        `INSERT INTO post (charity_id, post_id, takeover_id, account_id, author, curator_id, kind, thread_id, position,
                           sealed_text, fingerprint, weighted_length, media_ids, findings, accepted_at, state, due_at)
         VALUES ($1, $2, $3, $4, 'curator', $5, 'post', $2, 1, '', '', 1, '{}', '[]', $6, 'queued', 'infinity')`,
        [charityId, postId, takeoverId, charity.accountId, curatorId, openedAt],
      );
      await tx.query(
        `INSERT INTO archive_post (charity_id, takeover_id, ordinal, post_id, thread_id, author, published_at, text,
                                   poll_options, words, tells_name)
         VALUES ($1, $2, $3, $4, $4, 'curator', $5, $6, '{}', array_to_tsvector($7), false)`,
        [charityId, takeoverId, ordinal, postId, openedAt, text, wordsOf(text)],
      );
    }
  });
}

async function allOf(asked: Parameters<ArchiveOnStage['list']>[0] = {}) {
  const names: (string | null)[] = [];
  let after: string | undefined;
  do {
    const { entries, next } = await archive.list({ ...asked, ...(after && { after }) });
    names.push(...entries.map(({ name }) => name));
    after = next ?? undefined;
  } while (after);
  return names;
}

describe('finding a weekend in the archive', () => {
  it('goes through all of them, newest first, each once, two of the same moment too', async () => {
    const names = await allOf();
    expect([names.length, new Set(names).size]).toEqual([45, 45]);
    expect([names[0], names.at(-1)]).toEqual(['Kim 42', 'Kim 44']);
  });

  it('goes on where it was although the weekend it ended with is gone meanwhile', async () => {
    const { entries, next } = await archive.list();
    const gone = entries.at(-1)?.takeoverId;
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query('UPDATE archive_entry SET is_out = true WHERE takeover_id = $1', [gone]),
    );
    const rest = await archive.list({ after: next ?? '' });
    expect(rest.entries[0]?.name).toBe('Kim 22');
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query('UPDATE archive_entry SET is_out = false'),
    );
  });

  it('tells the years, and shows those of one by the charity’s own clock', async () => {
    expect((await archive.list()).years).toEqual([2025, 2024]);
    expect(await allOf({ year: 2024 })).toEqual(['Kim 44']);
    expect((await archive.list({ year: 1999 + 2 })).entries).toEqual([]);
  });

  it('finds words by how they begin, whatever their case and accents, all of them in one post', async () => {
    expect(await allOf({ q: 'tire LEG' })).toHaveLength(22);
    expect(await allOf({ q: 'mude' })).toHaveLength(23);
    expect(await allOf({ q: 'Müde' })).toHaveLength(23);
    expect(await allOf({ q: 'weekend tired' })).toEqual([]);
    expect((await archive.list({ q: 'beine' })).entries[0]).toMatchObject({ found: 'Müde Beine' });
  });

  it('finds a name, within a year too', async () => {
    expect(await allOf({ q: 'kim 44' })).toEqual(['Kim 44']);
    expect(await allOf({ q: 'kim 44', year: 2025 })).toEqual([]);
    expect(await allOf({ q: 'kim' })).toHaveLength(45);
  });

  it.each(["'; DROP TABLE post; --", '&|!:*()', '\\', '<->'])('bears %s', async (q) => {
    expect((await archive.list({ q })).entries.length).toBeLessThanOrEqual(20);
  });

  it('finds nothing where nothing but signs is looked for, and still tells the years', async () => {
    expect(await archive.list({ q: '!?' })).toMatchObject({ entries: [], next: null, years: [2025, 2024] });
  });

  it.each([
    '2025-99-99',
    '2025-02-30T17:30:00.000000Z_0192e7a0-0000-7000-8000-000000000001',
    '2025-01-03T17:30:00.000000Z_------------------------------------',
    '9999-01-01T00:00:00.000000Z_0192e7a0-0000-7000-8000-000000000001',
  ])('begins anew where a cursor says nothing: %s', async (after) => {
    expect((await archive.list({ after })).entries[0]?.name).toBe('Kim 42');
  });
});
