import {
  type CharityId,
  charityRegistered,
  listCharities,
  type MemberId,
  registerCharity,
  viewCharity,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

const charity = (slug: string) => ({
  charityId: newId<CharityId>(),
  name: 'Shine MS',
  slug,
  zone: 'Europe/London',
  owner: { memberId: newId<MemberId>(), email: `owner@${slug}.example` },
});
const register = (input: ReturnType<typeof charity>) => gateway.call(registerCharity, input, operatorToken);

/** How many rows of a table belong to a charity. */
async function count(table: 'member', charityId: CharityId): Promise<number> {
  const sql = `SELECT count(*)::int AS rows FROM ${table} WHERE charity_id = $1`;
  const [row] = await gateway.inCharity(charityId, (tx) => tx.query<{ rows: number }>(sql, [charityId]));
  return row?.rows ?? 0;
}

async function factsAbout(charityId: CharityId): Promise<string[]> {
  const rows = await gateway.inCharity(charityId, (tx) =>
    tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id'),
  );
  return rows.map(({ envelope }) => JSON.parse(envelope).type);
}

describe('registering a charity', () => {
  it('twice is registering it once: one owner, one mail, one fact, the same answer', async () => {
    const shine = charity('shine');
    const answers = [...(await Promise.all([register(shine), register(shine)])), await register(shine)];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await count('member', shine.charityId)).toBe(1);
    expect(await gateway.post.linksFor(shine.owner.email)).toHaveLength(1);
    expect(await factsAbout(shine.charityId)).toEqual([wireTypeOf(charityRegistered)]);
  });

  it('again under other words changes nothing, and says what is there', async () => {
    const first = charity('first-words');
    await register(first);
    const again = await register({ ...first, name: 'Another name', slug: 'other-words' });
    expect(again).toMatchObject({ status: 200, body: { name: 'Shine MS', slug: 'first-words' } });
  });

  it('under a short name that is taken is refused, and leaves nothing behind', async () => {
    await register(charity('taken'));
    const late = charity('taken');
    expect(await register(late)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'slugTaken', message: expect.stringMatching(/choose another/) } },
    });
    expect(await gateway.call(viewCharity, { charityId: late.charityId })).toMatchObject({ status: 404 });
    expect(await factsAbout(late.charityId)).toEqual([]);
  });

  it('shows it to the public, and nobody of its team', async () => {
    const shown = charity('public');
    await register(shown);
    const { text, body } = await gateway.call(listCharities, {});
    expect(body['charities']).toContainEqual({
      charityId: shown.charityId,
      name: 'Shine MS',
      slug: 'public',
      zone: 'Europe/London',
    });
    expect(text).not.toContain('owner');
  });
});
