import { type PostId, type RehearsedPost, rehearsalDone, wireTypeOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfirmPost } from '../posts/confirm-post.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { CuratorRehearsing } from '../rehearsal/curator-rehearsing.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** What X has, and every table something could go to X from. */
async function whatXCouldGet(charity: CharityOnStage) {
  const tables = await stage.database.inCharity(charity.charityId, async (tx) => {
    const [counted] = await tx.query<Record<string, number>>(
      `SELECT (SELECT count(*) FROM post)::int AS posts, (SELECT count(*) FROM lane)::int AS lanes,
              (SELECT count(*) FROM deletion)::int AS deletions, (SELECT count(*) FROM cost_entry)::int AS costs`,
    );
    return counted;
  });
  return { onX: charity.account.texts(), ...tables };
}
const nothing = { onX: [], posts: 0, lanes: 0, deletions: 0, costs: 0 };

/** Every kind of post a rehearsal knows, all of which a real takeover would have let out or held. */
async function rehearseEverything(robin: CuratorRehearsing<unknown>): Promise<RehearsedPost[]> {
  const poll = { options: ['Tea', 'Coffee'], durationMinutes: 60 };
  const soon = new Date((await stage.now()).getTime() + 60_000).toISOString();
  const post = (text: string) => ({ text, postId: newId<PostId>() });
  await robin.posts('Alone');
  await robin.posts('One of two', 'Two of two');
  await robin.tryPosts({ posts: [{ ...post('With a poll'), poll }] });
  await robin.tryPosts({ posts: [post('In a minute')], timedFor: soon });
  await robin.tryPosts({ posts: [post('An answer')], answers: 'kind' });
  await robin.posts('Ring me on 07700 900123');
  return (await robin.look()).posts;
}

describe('a rehearsal never goes to X', () => {
  let charity: CharityOnStage;
  let robin: CuratorRehearsing<unknown>;
  beforeEach(async () => {
    // The worst case: at this moment the account is in the hands of the very curator who rehearses, and posts go at once.
    charity = await stage.aCharity();
    robin = new CuratorRehearsing(stage.app, charity);
  });

  it('R1 whatever time passes, while the curator’s own window is open', async () => {
    expect(await rehearseEverything(robin)).toHaveLength(7);
    for (const ms of [0, 61_000, 61_000]) {
      await stage.pass(ms);
      await stage.publish();
      await stage.reconcile();
      await stage.delete();
    }
    await stage.letEverythingSettle();
    expect(
      (await robin.look()).posts.every(({ status }) => status.state === 'out' || status.state === 'held'),
    ).toBe(true);
    expect(await whatXCouldGet(charity)).toEqual(nothing);
  });

  it('R1 whatever is pressed: each button that a real post has finds nothing under its id', async () => {
    const { charityId } = charity;
    for (const { postId } of await rehearseEverything(robin)) {
      const seen = [{ postId, edition: 0 }];
      const confirmed = stage.app.get(ConfirmPost).handle({ charityId, postId, seen }, charity.asCurator());
      for (const answer of await Promise.all([
        ...[charity.withdraw(postId), charity.edit(postId, 'Other words'), charity.resume(postId), confirmed],
        ...[charity.deletes(postId), charity.deletes(postId, 'team'), charity.decide(postId, 'approve')],
        ...[
          charity.resolve(postId, 'sendAgain'),
          charity.resolve(postId, 'isOut', 'https://x.com/shine/status/1'),
        ],
      ])) {
        expect(answer).toMatchObject({ ok: false, refusal: { code: 'notFound' } });
      }
    }
    await charity.setSwitch('hold');
    await charity.release('off', 'goOn');
    await stage.letEverythingSettle();
    expect(await whatXCouldGet(charity)).toEqual(nothing);
  });

  it('R1 also not by one of the same id that is handed over for real: that has its own words', async () => {
    const [rehearsed] = await robin.posts('Only for me');
    if (!rehearsed) throw new Error('no post');
    await charity.trySubmit(['For everybody'], [rehearsed.postId]);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['For everybody']);
    expect((await robin.look()).posts).toMatchObject([{ text: 'Only for me' }]);
  });

  it('and says of itself that it was done, which nobody who publishes listens to', async () => {
    await robin.posts('Hello');
    expect(rehearsalDone.consumers).toEqual(['recruitment']);
    const facts = (await charity.facts()).map(({ type }) => type);
    expect(facts.filter((type) => type.startsWith('baton.post.'))).toEqual([]);
    expect(facts).toContain(wireTypeOf(rehearsalDone));
  });
});

describe('the database has no way from a rehearsal to X', () => {
  const query = <Row>(sql: string) =>
    stage.database.asWorker(async (tx) => (await tx.query<{ found: Row }>(sql)).map(({ found }) => found));

  it('R1 no foreign key joins its tables and any other, but for its posts’ own head', async () => {
    expect(
      await query(
        `SELECT conrelid::regclass::text || ' to ' || confrelid::regclass::text AS found FROM pg_constraint
          WHERE contype = 'f' AND (conrelid IN ('rehearsal'::regclass, 'rehearsal_post'::regclass)
                                OR confrelid IN ('rehearsal'::regclass, 'rehearsal_post'::regclass))`,
      ),
    ).toEqual(['rehearsal_post to rehearsal']);
  });

  it('R1 no trigger, function or view knows them', async () => {
    expect(
      await query(
        `SELECT tgname::text AS found FROM pg_trigger
          WHERE NOT tgisinternal AND tgrelid IN ('rehearsal'::regclass, 'rehearsal_post'::regclass)
         UNION ALL
         SELECT proname::text FROM pg_proc JOIN pg_namespace AS home ON home.oid = pronamespace
          WHERE home.nspname NOT IN ('pg_catalog', 'information_schema') AND prosrc ILIKE '%rehearsal%'
         UNION ALL
         SELECT viewname::text FROM pg_views
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND definition ILIKE '%rehearsal%'`,
      ),
    ).toEqual([]);
  });

  it('R1 its posts have no account, no takeover and no attempt', async () => {
    expect(
      await query(
        `SELECT attname::text AS found FROM pg_attribute
          WHERE attrelid = 'rehearsal_post'::regclass AND attnum > 0
            AND attname ~ '(account|takeover|lane|attempt|x_post|published)'`,
      ),
    ).toEqual([]);
  });
});
