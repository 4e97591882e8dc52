import { type PostId, type RequestOf, scheduleCharityPost } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfirmPost } from '../posts/confirm-post.js';
import { ViewPost } from '../posts/view-post.js';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { endHeardWithinMs } from '../takeovers/takeover-window.js';
import { ListCharityPosts } from './list-charity-posts.js';
import { ScheduleCharityPost } from './schedule-charity-post.js';
import { WithdrawCharityPost } from './withdraw-charity-post.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const later = async (ms: number) => new Date((await stage.now()).getTime() + ms).toISOString();

const schedule = (
  charity: CharityOnStage,
  text: string,
  more: Partial<RequestOf<typeof scheduleCharityPost>> = {},
) => {
  const wish = { charityId: charity.charityId, postId: newId<PostId>(), text, timedFor: null, ...more };
  const input = scheduleCharityPost.input.parse(wish);
  return stage.app.get(ScheduleCharityPost).handle(input, charity.asManager());
};
const withdraw = ({ charityId, asManager }: CharityOnStage, postId: PostId, caller = asManager) =>
  stage.app.get(WithdrawCharityPost).handle({ charityId, postId }, caller());
const own = async (charity: CharityOnStage) => {
  const { charityId } = charity;
  const answer = await stage.app.get(ListCharityPosts).handle({ charityId }, charity.asManager());
  return answer.ok ? answer.value.posts : [];
};
/** A charity whose takeover is over. */
const between = async (): Promise<CharityOnStage> => {
  const charity = await stage.aCharity();
  await charity.close();
  return charity;
};

describe('a post of the charity’s own', () => {
  it('goes while nobody has the account, and is in no takeover’s list', async () => {
    const charity = await between();
    expect(await schedule(charity, 'Our clinic opens')).toMatchObject({
      value: {
        kind: 'own',
        author: 'charity',
        takeoverId: null,
        curatorId: null,
        status: { state: 'queued' },
      },
    });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
    expect(await charity.posts()).toEqual([]);
    expect(await own(charity)).toMatchObject([{ text: 'Our clinic opens', status: { state: 'published' } }]);
    const published = (await charity.facts()).find(({ type }) => type === 'baton.post.published.v1');
    expect(published?.data).toMatchObject({ kind: 'own', takeoverId: null, curatorId: null });
  });

  it('R6 never goes while a curator has the account: it waits, and comes after the sign-off', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await schedule(charity, 'Our clinic opens');
    await charity.submit('Mine');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Mine']);
    expect(await own(charity)).toMatchObject([{ status: { state: 'queued', waitingFor: 'takeover' } }]);
    await stage.pass(windowMs);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Mine']);
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Mine', 'Goodbye', 'Our clinic opens']);
  });

  it('does not wait for ever for a takeover whose end is not heard of', async () => {
    const charity = await stage.aCharity();
    await schedule(charity, 'Our clinic opens');
    await stage.publish();
    await stage.pass(windowMs + endHeardWithinMs + 1);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
  });

  it('goes at once after a takeover that ended early', async () => {
    const charity = await stage.aCharity();
    await schedule(charity, 'Our clinic opens');
    await stage.publish();
    await stage.pass(60_000);
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
  });

  it('R6 waits for a takeover that began while it was being made ready', async () => {
    const charity = await between();
    charity.account.onPrepare = async () => {
      await stage.database.inCharity(charity.charityId, (tx) =>
        tx.query(`UPDATE takeover SET closed_at = NULL`),
      );
    };
    await schedule(charity, 'Nearly');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await own(charity)).toMatchObject([{ status: { waitingFor: 'takeover' } }]);
  });

  it('goes at the time the team chose, which cannot lie in a takeover or in the past', async () => {
    const charity = await stage.aCharity();
    const inside = await schedule(charity, 'Too soon', { timedFor: await later(60_000) });
    const [takeover] = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ opens_at: Date; closes_at: Date }>('SELECT opens_at, closes_at FROM takeover'),
    );
    const [opensAt, closesAt] = [takeover?.opens_at.toISOString(), takeover?.closes_at.toISOString()];
    expect(inside).toMatchObject({
      refusal: { code: 'timedInTakeover', details: { opensAt, closesAt, freeFrom: closesAt } },
    });
    expect(await schedule(charity, 'Too late', { timedFor: await later(-60_000) })).toMatchObject({
      refusal: { code: 'timeHasPassed' },
    });
    const timedFor = await later(2 * windowMs);
    expect(await schedule(charity, 'On Tuesday', { timedFor })).toMatchObject({
      value: { timedFor, status: { dueAt: timedFor, waitingFor: 'time' } },
    });
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await stage.pass(2 * windowMs + 1);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['On Tuesday']);
  });

  it('is once, however often it is sent, and another text under its id is refused', async () => {
    const charity = await between();
    const postId = newId<PostId>();
    await Promise.all([1, 2, 3].map(() => schedule(charity, 'Once', { postId })));
    expect(await schedule(charity, 'Other', { postId })).toMatchObject({ refusal: { code: 'idReused' } });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Once']);
    const scheduled = (await charity.facts()).filter(
      ({ data }) => (data as { action?: string }).action === 'charity-post.scheduled',
    );
    expect(scheduled).toHaveLength(1);
  });

  it('can be taken back until it goes, by anybody of the team, and a curator’s post not in this way', async () => {
    const charity = await between();
    await charity.setPolicy({ undoSeconds: 30 });
    const [back, gone] = [newId<PostId>(), newId<PostId>()];
    await schedule(charity, 'Back', { postId: back });
    await schedule(charity, 'Gone', { postId: gone });
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    const asManager = () => charity.asManager();
    expect(await withdraw(charity, back, asManager)).toMatchObject({
      value: { status: { state: 'withdrawn' } },
    });
    expect(await withdraw(charity, back, asManager)).toMatchObject({
      value: { status: { state: 'withdrawn' } },
    });
    await stage.pass(30_001);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Gone']);
    expect(await withdraw(charity, gone, asManager)).toMatchObject({ refusal: { code: 'tooLate' } });
    const other = await stage.aCharity();
    const [theirs] = await other.submit('Mine');
    expect(await withdraw(other, theirs as PostId, () => other.asManager())).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  it('is not shown to a curator, whatever they ask, and is unreadable in the tables', async () => {
    const charity = await between();
    const postId = newId<PostId>();
    const { charityId } = charity;
    await schedule(charity, 'Embargoed news', {
      postId,
      poll: { options: ['Yes', 'Later'], durationMinutes: 60 },
    });
    const view = (caller = charity.asManager()) =>
      stage.app.get(ViewPost).handle({ charityId, postId }, caller);
    expect(await view(charity.asCurator())).toMatchObject({ refusal: { code: 'notFound' } });
    const asked = [
      charity.deletes(postId),
      charity.withdraw(postId),
      charity.edit(postId, 'Mine now'),
      charity.resume(postId),
      stage.app
        .get(ConfirmPost)
        .handle({ charityId, postId, seen: [{ postId, edition: 0 }] }, charity.asCurator()),
    ];
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject({ refusal: { code: 'notFound' } });
    }
    expect(await view()).toMatchObject({
      value: { text: 'Embargoed news', poll: { options: ['Yes', 'Later'] } },
    });
    const [row] = await stage.database.inCharity(charityId, (tx) =>
      tx.query<{ post: string }>(`SELECT post::text FROM post`),
    );
    for (const word of ['Embargoed', 'Later']) {
      expect(row?.post).not.toContain(Buffer.from(word).toString('hex'));
      expect(row?.post).not.toContain(word);
    }
  });

  it('is checked as any other: what would be held is told to the team, what is blocked is refused', async () => {
    const charity = await between();
    const text = 'Write to us: help@example.org';
    expect(await schedule(charity, text)).toMatchObject({
      value: { status: { state: 'queued' }, findings: [{ check: 'contactDetails', verdict: 'warn' }] },
    });
    expect(await schedule(charity, 'a'.repeat(281))).toMatchObject({ refusal: { code: 'blocked' } });
    await charity.setPolicy({ contactDetails: 'block' });
    expect(await schedule(charity, text)).toMatchObject({ refusal: { code: 'blocked' } });
    expect(await schedule(charity, 'Look', { mediaIds: [newId()] })).toMatchObject({
      refusal: { code: 'picturesNotAvailable' },
    });
  });

  it('belongs to no takeover, and nothing else does not: the database says so', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Mine');
    const change = (set: string) =>
      stage.database.inCharity(charity.charityId, (tx) => tx.query(`UPDATE post SET ${set}`));
    await expect(change(`takeover_id = NULL`)).rejects.toThrow(/post_of_a_takeover/);
    await expect(change(`kind = 'own'`)).rejects.toThrow(/post_of_/);
  });
});

describe('the kill switch and a post of the charity’s own', () => {
  it('R6 a pause stops it, and its end lets it go', async () => {
    const charity = await between();
    await charity.setSwitch('pause');
    const answer = await schedule(charity, 'Our clinic opens');
    expect(answer).toMatchObject({ value: { status: { waitingFor: 'switch' } } });
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
  });

  it('R6 an account taken back is the charity’s: its own posts go at once, and neither the curator’s nor a goodbye', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await stage.publish();
    const [mine] = await charity.submit('Mine');
    await schedule(charity, 'Our clinic opens');
    expect(await charity.setSwitch('takenBack')).toMatchObject({ stopped: [mine] });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Our clinic opens']);
    await charity.close();
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Our clinic opens']);
  });

  it('R6 a suspended charity says nothing of its own either', async () => {
    const charity = await between();
    await charity.stands('suspended');
    await schedule(charity, 'Our clinic opens');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await charity.stands('active');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
  });
});

describe('an outcome of a post of the charity’s own that is not known', () => {
  it('R4 is looked for on the timeline, and the post is never sent twice', async () => {
    const charity = await between();
    charity.account.turns.push('appliesThenCuts');
    await schedule(charity, 'Our clinic opens');
    await stage.publish();
    expect(await own(charity)).toMatchObject([{ status: { state: 'unknown' } }]);
    await stage.reconcile();
    expect(await own(charity)).toMatchObject([{ status: { state: 'published' } }]);
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
  });

  it('R4 is decided by a person where it cannot be found', async () => {
    const charity = await between();
    const postId = newId<PostId>();
    charity.account.turns.push('failsWithoutApplying');
    await schedule(charity, 'Our clinic opens', { postId });
    await stage.publish();
    await stage.pass(120_000);
    await stage.reconcile();
    expect((await charity.queue()).unknown).toMatchObject([{ postId, kind: 'own' }]);
    await charity.resolve(postId, 'sendAgain');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Our clinic opens']);
  });
});
