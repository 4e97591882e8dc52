import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;
const many = 230;

describe('a list of very many takeovers', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
    const robin = await charity.aReadyCurator();
    await stage.inCharity(charity.charityId, async (tx) => {
      const windows = `baton.now() + (n - 2) * interval '10 hours' AS opens_at, baton.now() + (n - 2) * interval '10 hours' + interval '8 hours' AS closes_at`;
      const values = [tx.charityId, many];
      await tx.query(
        `INSERT INTO slot (charity_id, slot_id, law, zone, opens_at_wall, closes_at_wall, opens_at, closes_at)
         SELECT $1, gen_random_uuid(), '2026a', 'UTC', '2031-01-01T00:00', '2031-01-01T08:00', ${windows} FROM generate_series(1, $2) n`,
        values,
      );
      await tx.query(
        `INSERT INTO takeover (charity_id, takeover_id, slot_id, curator_id, opens_at, closes_at)
         SELECT $1, gen_random_uuid(), slot_id, $2, opens_at, closes_at FROM slot WHERE charity_id = $1`,
        [tx.charityId, robin.curatorId],
      );
    });
    await stage.look();
  });
  afterAll(() => stage.close());

  const list = async (wanted: object) =>
    accepted(await stage.call('list-takeovers', { charityId: charity.charityId, ...wanted }, charity.manager))
      .takeovers;
  const soonest = { state: 'live', order: 'soonestFirst' } as const;

  it('answers a hundred, latest first, where nothing is said, and never more than two hundred', async () => {
    const opens = (await list({})).map(({ opensAt }) => opensAt);
    expect(opens).toHaveLength(100);
    expect(opens).toEqual(opens.toSorted().toReversed());
    expect(
      await stage.call('list-takeovers', { charityId: charity.charityId, limit: 201 }, charity.manager),
    ).toMatchObject({ refusal: { code: 'badInput' } });
  });

  it('has the one that is open on top of those that are live, soonest first', async () => {
    const [open, next] = await list({ ...soonest, limit: 2 });
    expect([open?.state, next?.state]).toEqual(['open', 'scheduled']);
    expect(await list({ state: 'closed' })).toHaveLength(1);
  });

  it('is read to its end by asking again from where it ended', async () => {
    const seen = new Set<string>();
    for (let since: string | undefined; ; ) {
      const page = await list({ order: 'soonestFirst', limit: 50, ...(since && { since }) });
      for (const { takeoverId } of page) seen.add(takeoverId);
      since = page.at(-1)?.closesAt;
      if (page.length < 50) break;
    }
    expect(seen.size).toBe(many);
  });

  it('knows a time: what ends after it and begins before it', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();
    expect(await list({ since: at(11), until: at(29) })).toHaveLength(2);
  });
});
