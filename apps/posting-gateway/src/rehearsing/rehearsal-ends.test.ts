import { type CuratorId, crisisNoticed, wireTypeOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListFollowUps } from '../crisis/list-follow-ups.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { CuratorRehearsing } from '../rehearsal/curator-rehearsing.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

const dayMs = 86_400_000;
const despair = 'I don’t want to be here any more';
let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const rehearsing = (charity: CharityOnStage, id?: CuratorId) => new CuratorRehearsing(stage.app, charity, id);
const held = (charity: CharityOnStage) =>
  stage.database.inCharity(charity.charityId, async (tx) => {
    const [counted] = await tx.query<{ posts: number; keys: number; said: number }>(
      `SELECT (SELECT count(*) FROM rehearsal_post)::int AS posts, (SELECT count(*) FROM curator_prepared)::int AS said,
              (SELECT count(*) FROM data_key WHERE owner LIKE 'rehearsal:%')::int AS keys`,
    );
    return counted;
  });
const followUps = async (charity: CharityOnStage) => {
  const { charityId } = charity;
  const answer = await stage.app.get(ListFollowUps).handle({ charityId, closed: false }, charity.asManager());
  if (!answer.ok) throw new Error('the follow-ups were refused');
  return answer.value.followUps;
};
const calls = async (charity: CharityOnStage) =>
  (await charity.facts()).filter(({ type }) => type === wireTypeOf(crisisNoticed)).map(({ data }) => data);

describe('words of a crisis in a rehearsal', () => {
  it('S1 show where to find help at once, and call a person, who is not shown the words', async () => {
    const charity = await stage.aCharity();
    const [post] = await rehearsing(charity).posts(despair);
    expect(post).toMatchObject({
      findings: [{ check: 'crisis' }],
      signposting: expect.arrayContaining([expect.objectContaining({ name: 'Samaritans' })]),
    });
    const waiting = await followUps(charity);
    expect(waiting).toMatchObject([
      { takeoverId: null, curatorId: charity.curatorId, post: null, closed: null },
    ]);
    expect(await calls(charity)).toMatchObject([{ takeoverId: null, postId: null, severity: 'medium' }]);
    expect(JSON.stringify([waiting, await charity.facts()])).not.toContain('want to be here');
  });

  it.each([
    ['blocked', `${despair}. ${'A long story. '.repeat(30)}`, {}],
    ['refused', despair, { timedFor: '2099-01-01T00:00:00.000Z' }],
  ])('S1 call a person also where they are %s', async (_, text, more) => {
    const charity = await stage.aCharity();
    await rehearsing(charity).tryPosts({ posts: [{ text, postId: newId() }], ...more });
    expect(await followUps(charity)).toMatchObject([{ takeoverId: null }]);
  });

  it('S1 call a person anew when the same words are handed over for real, under the same id', async () => {
    const charity = await stage.aCharity();
    const [post] = await rehearsing(charity).posts(despair);
    if (!post) throw new Error('no post');
    await charity.trySubmit([despair], [post.postId]);
    expect(await followUps(charity)).toHaveLength(2);
  });

  it('are still seen to when the rehearsal has begun again', async () => {
    const charity = await stage.aCharity();
    await rehearsing(charity).posts(despair);
    await rehearsing(charity).clear();
    expect(await followUps(charity)).toHaveLength(1);
  });
});

describe('a rehearsal', () => {
  it('P4 is unreadable from the moment its curator begins again, leaves or takes their consent back', async () => {
    for (const end of ['clears', 'leaves', 'withdraws'] as const) {
      const charity = await stage.aCharity();
      const robin = rehearsing(charity);
      await robin.posts('Only for me');
      expect(await held(charity)).toMatchObject({ posts: 1, keys: 1 });
      if (end === 'clears') await robin.clear();
      else if (end === 'leaves') await charity.leaves('keep');
      else await charity.withdrawsConsent('keep');
      expect(await held(charity)).toMatchObject({ posts: 0, keys: 0, said: end === 'leaves' ? 0 : 1 });
    }
  });

  it('P4 is over for whoever took their consent back, until they agree anew', async () => {
    const charity = await stage.aCharity();
    const robin = rehearsing(charity);
    const [post] = await robin.posts('Mine');
    if (!post) throw new Error('no post');
    await charity.withdrawsConsent('keep');
    const refused = { refusal: { code: 'consentWithdrawn' } };
    for (const answer of [
      ...[await robin.tryTexts(['Again']), await robin.tryLook(), await robin.undo(post.postId)],
      ...[await robin.park('kind'), await robin.clear()],
    ]) {
      expect(answer).toMatchObject(refused);
    }
    expect(await held(charity)).toMatchObject({ posts: 0, keys: 0 });
  });

  it('P4 goes after ninety days, or sooner where the charity keeps drafts for less', async () => {
    const [long, short] = [await stage.aCharity(), await stage.aCharity()];
    await long.keepsThingsFor(365);
    await short.keepsThingsFor(30);
    for (const charity of [long, short]) await rehearsing(charity).posts('For a while');
    await stage.pass(31 * dayMs);
    await stage.carryOutRetention();
    expect([await held(long), await held(short)]).toMatchObject([
      { posts: 1, keys: 1 },
      { posts: 0, keys: 0 },
    ]);
    await stage.pass(60 * dayMs);
    await stage.carryOutRetention();
    expect(await held(long)).toMatchObject({ posts: 0, keys: 0 });
  });

  it('P3 holds nothing readable in its tables', async () => {
    const charity = await stage.aCharity();
    await rehearsing(charity).posts('Robin Redbreast, 12 Nest Lane');
    const rows = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ row: string }>(
        'SELECT p::text AS row FROM rehearsal_post AS p UNION ALL SELECT r::text FROM rehearsal AS r',
      ),
    );
    expect(rows).toHaveLength(2);
    const dump = JSON.stringify(rows);
    for (const word of ['Redbreast', Buffer.from('Redbreast').toString('hex')])
      expect(dump).not.toContain(word);
  });
});
