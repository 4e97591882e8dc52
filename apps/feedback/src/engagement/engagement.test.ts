import { engagementMeasured, followersCounted, type PostId, type TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('how posts of a takeover fared', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  const takeoverId = newId<TakeoverId>();
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const measuredAt = '2026-11-29T10:15:00.000Z';
  const [one, two, three] = [newId<PostId>(), newId<PostId>(), newId<PostId>()];
  const figures = (likes: number) => ({ likes, replies: 2, reposts: 1, quotes: 0, impressions: 100 * likes });
  const hears = (mark: 'day' | 'week', posts: [PostId, number][], leftOut: PostId[] = []) =>
    stage.hears(engagementMeasured, charity.charityId, {
      ...{ subject: newId(), revision: 1 },
      data: {
        ...{ takeoverId, mark, measuredAt, leftOut },
        posts: posts.map(([postId, likes]) => ({ postId, ...figures(likes) })),
      },
    });
  const view = async () =>
    accepted(
      await stage.call('view-engagement', { charityId: charity.charityId, takeoverId }, charity.manager),
    );

  it('is added up by mark, says what was left out, and stays as it was measured first', async () => {
    await hears('day', [
      [one, 10],
      [two, 5],
    ]);
    await hears('day', [[one, 99]]);
    await hears('week', [[one, 30]], [two, three]);
    const { totals, posts } = await view();
    expect(totals).toEqual([
      { mark: 'day', posts: 2, likes: 15, replies: 4, reposts: 2, quotes: 0, impressions: 1_500, leftOut: 0 },
      {
        mark: 'threeDays',
        posts: 0,
        likes: 0,
        replies: 0,
        reposts: 0,
        quotes: 0,
        impressions: 0,
        leftOut: 0,
      },
      {
        mark: 'week',
        posts: 1,
        likes: 30,
        replies: 2,
        reposts: 1,
        quotes: 0,
        impressions: 3_000,
        leftOut: 2,
      },
    ]);
    expect(posts.find(({ postId }) => postId === one)?.marks).toMatchObject([
      { mark: 'day', likes: 10, measuredAt },
      { mark: 'week', likes: 30, measuredAt },
    ]);
  });

  it('comes with how many followed the account, in the order of the moments', async () => {
    for (const [moment, followers] of [
      ['week', 4_260],
      ['opened', 4_200],
      ['closed', 4_250],
    ] as const)
      await stage.hears(followersCounted, charity.charityId, {
        ...{ subject: newId(), revision: 1 },
        data: { takeoverId, moment, followers, countedAt: measuredAt },
      });
    expect((await view()).followers.map(({ followers }) => followers)).toEqual([4_200, 4_250, 4_260]);
  });

  it('is empty for a takeover that has just ended, and nothing for one that nobody knows', async () => {
    const closed = await charity.closes(charity.aCurator());
    const of = (other: TakeoverId) =>
      stage.call('view-engagement', { charityId: charity.charityId, takeoverId: other }, charity.manager);
    expect(await of(closed.subject as TakeoverId)).toMatchObject({ value: { posts: [], followers: [] } });
    expect(await of(newId<TakeoverId>())).toMatchObject({ refusal: { code: 'notFound' } });
  });
});
