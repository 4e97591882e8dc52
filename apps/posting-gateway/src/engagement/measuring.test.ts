import {
  deletePost,
  engagementMeasured,
  followersCounted,
  type PostId,
  setBudget,
  setPolicy,
  submitPosts,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
  viewCosts,
} from '@baton/contracts';
import { newId, pulseCodeOf } from '@baton/service-kit';
import { type TestService, tell } from '@baton/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import { CountFollowers } from './count-followers.js';
import { MeasureEngagement } from './measure-engagement.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let gateway: GatewayWithSandbox;
let another: TestService;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  another = await gateway.anotherProcess();
});
beforeEach(() => gateway.shiftClocks(0));
afterAll(async () => {
  await another.stop();
  await gateway.stop();
});

interface Weekend {
  readonly charity: CharityWithSandbox;
  readonly takeoverId: TakeoverId;
  readonly postIds: readonly PostId[];
}

/** A curator’s posts are out; by X’s order. */
async function aWeekend(posts = 3): Promise<Weekend> {
  const charity = await gateway.aCharity();
  await charity.connect();
  const policy = { ...defaultPolicy, undoSeconds: 0, signOff: 'Bye {pulse}' };
  await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
  const takeoverId = await charity.schedule(-openingHeardWithinMs, hourMs);
  const postIds = Array.from({ length: posts }, () => newId<PostId>());
  for (const [at, postId] of postIds.entries()) {
    const input = {
      charityId: charity.charityId,
      takeoverId,
      posts: [{ postId, text: `Post number ${at}` }],
    };
    await charity.succeed(submitPosts, input, charity.asCurator);
  }
  const weekend = { charity, takeoverId, postIds };
  while ((await waiting(weekend)) < posts * 3) await gateway.service.settle();
  return weekend;
}

/** How many measurements are still to come. */
async function waiting({ charity }: Pick<Weekend, 'charity'>): Promise<number> {
  const [row] = await gateway.database.inCharity(charity.charityId, (tx) =>
    tx.query<{ waiting: number }>('SELECT count(*)::int AS waiting FROM measuring'),
  );
  return row?.waiting ?? 0;
}

/** Claimed, and neither told nor put off. */
async function isBeingAsked({ charity }: Weekend): Promise<boolean> {
  const rows = await gateway.database.inCharity(charity.charityId, (tx) =>
    tx.query(`SELECT FROM measuring WHERE mark = 'day' AND due_at <= baton.now() + interval '2 minutes'`),
  );
  return rows.length > 0;
}

async function onX({ handle }: CharityWithSandbox, posts: number): Promise<void> {
  while (gateway.sandbox.control.posts(handle).length < posts) await gateway.service.settle();
}

/** Both processes ask at once, beside their own loops, until the fact is there. */
async function measured(weekend: Weekend, rounds: number) {
  const workers = [gateway.service, another].map(({ app }) => app.get(MeasureEngagement));
  for (;;) {
    await Promise.all(workers.map((worker) => worker.round()));
    const said = (await gateway.service.stated(engagementMeasured)).filter(
      ({ charityid }) => charityid === weekend.charity.charityId,
    );
    if (said.length >= rounds) return said.map(({ data }) => engagementMeasured.data.parse(data));
  }
}

function fares({ charity }: Weekend, at: number, figures: object): void {
  const post = gateway.sandbox.control.posts(charity.handle)[at];
  gateway.sandbox.control.setMetrics(post?.id ?? '', figures);
}

const lookUps = ({ charity }: Weekend) =>
  gateway.sandbox.control.requests().filter(({ method, route, username }) => {
    return method === 'GET' && route === '/2/tweets' && username === charity.handle;
  }).length;

describe('how posts fare', () => {
  it('is asked a day, three days and a week after, all posts of an evening at once, and each once', async () => {
    const weekend = await aWeekend();
    const [one, two, three] = weekend.postIds;
    fares(weekend, 0, { like_count: 7, reply_count: 2, retweet_count: 1, impression_count: 900 });
    await gateway.shiftClocks(dayMs - 60_000);
    await gateway.service.app.get(MeasureEngagement).round();
    expect(lookUps(weekend)).toBe(0);
    await gateway.shiftClocks(dayMs + hourMs);
    const [atDay] = await measured(weekend, 1);
    const { takeoverId } = weekend;
    expect(atDay).toMatchObject({ takeoverId, mark: 'day', leftOut: [] });
    expect(atDay?.posts.map(({ postId }) => postId).toSorted()).toEqual([one, two, three].toSorted());
    expect(atDay?.posts.find(({ postId }) => postId === one)).toEqual({
      ...{ postId: one, likes: 7, replies: 2, reposts: 1, quotes: 0, impressions: 900 },
    });
    fares(weekend, 0, { like_count: 12 });
    await gateway.shiftClocks(3 * dayMs + hourMs);
    await measured(weekend, 2);
    await gateway.shiftClocks(7 * dayMs + hourMs);
    const all = await measured(weekend, 3);
    expect(all.map(({ mark }) => mark)).toEqual(['day', 'threeDays', 'week']);
    expect(all[2]?.posts.find(({ postId }) => postId === one)).toMatchObject({ likes: 12 });
    expect(await waiting(weekend)).toBe(0);
    expect(lookUps(weekend)).toBe(3);
    const { charity } = weekend;
    const input = { charityId: charity.charityId, takeoverId };
    const { byKind } = await charity.succeed(viewCosts, input, charity.asManager);
    expect(byKind).toContainEqual({ kind: 'ownRead', units: 9, microUsd: 9_000 });
  });

  it('is asked late after an outage, once for what is due by then, and says when it was', async () => {
    const weekend = await aWeekend(1);
    await gateway.shiftClocks(4 * dayMs);
    const said = await measured(weekend, 2);
    expect(said.map(({ mark }) => mark).toSorted()).toEqual(['day', 'threeDays']);
    for (const { measuredAt } of said)
      expect(Date.parse(measuredAt) - Date.now()).toBeGreaterThan(3.9 * dayMs);
    expect(lookUps(weekend)).toBe(1);
  });

  it('is asked again after X did not answer', async () => {
    const weekend = await aWeekend(1);
    const account = weekend.charity.handle;
    gateway.sandbox.control.queueFault({ method: 'GET', path: '/2/tweets', account, status: 503 });
    await gateway.shiftClocks(dayMs + hourMs);
    while (lookUps(weekend) === 0) await gateway.service.app.get(MeasureEngagement).round();
    // Whoever asked puts it off by the clock as it is, not as it is moved to.
    while (await isBeingAsked(weekend)) await gateway.service.settle();
    await gateway.shiftClocks(dayMs + 2 * hourMs);
    const [said] = await measured(weekend, 1);
    expect(said?.posts).toHaveLength(1);
  });

  it('is not asked of posts that are gone', async () => {
    const weekend = await aWeekend(3);
    const { charity, postIds } = weekend;
    const [first] = gateway.sandbox.control.posts(charity.handle);
    gateway.sandbox.control.deletePost(first?.id ?? '');
    const deleted = { charityId: charity.charityId, postId: postIds[1] as PostId };
    await charity.succeed(deletePost, deleted, charity.asCurator);
    for (;;) {
      const post = gateway.sandbox.control.posts(charity.handle)[1];
      if (post?.life.state === 'deleted') break;
      await gateway.service.settle();
    }
    await gateway.shiftClocks(dayMs + hourMs);
    const [said] = await measured(weekend, 1);
    expect(said?.posts.map(({ postId }) => postId)).toEqual([postIds[2]]);
    expect(said?.leftOut).toEqual([]);
  });

  it('is left out, and said so, where the weekend has come to what it may cost', async () => {
    const weekend = await aWeekend(2);
    const { charity, postIds } = weekend;
    const budget = { charityId: charity.charityId, softMicroUsd: 30_000, hardMicroUsd: null };
    await charity.succeed(setBudget, budget, charity.asManager);
    await gateway.shiftClocks(dayMs + hourMs);
    const [said] = await measured(weekend, 1);
    expect(said?.posts).toEqual([]);
    expect(said?.leftOut.toSorted()).toEqual(postIds.toSorted());
    expect(lookUps(weekend)).toBe(0);
  });
});

describe('followers', () => {
  it('are counted when a takeover opens and closes, and a week later', async () => {
    const { charity, takeoverId } = await aWeekend(0);
    const { charityId, curatorId, handle } = charity;
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const counted = async (counts: number) => {
      for (;;) {
        await gateway.service.app.get(CountFollowers).round();
        const said = (await gateway.service.stated(followersCounted)).filter(
          (fact) => fact.charityid === charityId,
        );
        if (said.length >= counts) return said.map(({ data }) => followersCounted.data.parse(data));
      }
    };
    const head = { subject: takeoverId, revision: 2 };
    gateway.sandbox.control.setFollowers(handle, 4_200);
    await tell(gateway.nats, takeoverOpened, charityId, {
      ...head,
      data: { takeoverId, curatorId, openedAt: at(0) },
    });
    await counted(1);
    gateway.sandbox.control.setFollowers(handle, 4_260);
    await tell(gateway.nats, takeoverClosed, charityId, {
      ...head,
      data: { takeoverId, curatorId, closedAt: at(0) },
    });
    await counted(2);
    gateway.sandbox.control.setFollowers(handle, 4_255);
    await gateway.shiftClocks(7 * dayMs + hourMs);
    expect((await counted(3)).map(({ moment, followers }) => [moment, followers])).toEqual([
      ['opened', 4_200],
      ['closed', 4_260],
      ['week', 4_255],
    ]);
  });
});

describe('the sign-off', () => {
  it('asks followers, at an address of this installation, where the charity wants it to', async () => {
    const { charity, takeoverId } = await aWeekend(0);
    const { charityId, curatorId, handle } = charity;
    const head = { subject: takeoverId, revision: 2 };
    const now = new Date().toISOString();
    await tell(gateway.nats, takeoverOpened, charityId, {
      ...head,
      data: { takeoverId, curatorId, openedAt: now },
    });
    await onX(charity, 1);
    await tell(gateway.nats, takeoverClosed, charityId, {
      ...head,
      data: { takeoverId, curatorId, closedAt: now },
    });
    await onX(charity, 2);
    const [, signOff] = gateway.sandbox.control.posts(handle);
    expect(signOff?.written).toBe(`Bye http://127.0.0.1:4000/p/${pulseCodeOf(charityId, takeoverId)}`);
  });
});
