import { type CuratorId, type PostId, postHeld, postPublished, type TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('what happened in a takeover, in numbers', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const aTakeover = () => ({ takeoverId: newId<TakeoverId>(), curatorId: newId<CuratorId>() });
  type About = { takeoverId: TakeoverId | null; curatorId: CuratorId | null };
  const published = (about: About, more: { kind?: 'reply' | 'introduction'; pictures?: number } = {}) => {
    const postId = newId<PostId>();
    const known = { xPostId: '1', publishedAt: '2026-11-28T10:00:00.000Z', knownBy: 'answer' as const };
    const data = { postId, kind: 'post' as const, pictures: 0, ...known, ...about, ...more };
    return stage.hears(postPublished, charity.charityId, { subject: postId, revision: 2, data });
  };
  const held = (about: About) => {
    const postId = newId<PostId>();
    const data = { postId, kind: 'post' as const, checks: ['contactDetails' as const], ...about };
    return stage.hears(postHeld, charity.charityId, { subject: postId, revision: 1, data });
  };
  const counts = (takeoverId: TakeoverId) =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT published, replies, pictures, held FROM takeover_count WHERE takeover_id = $1', [
        takeoverId,
      ]),
    );

  it('counts posts, replies, pictures and what was held', async () => {
    const takeover = aTakeover();
    await published(takeover);
    await published(takeover, { pictures: 2 });
    await published(takeover, { kind: 'reply' });
    await held(takeover);
    expect(await counts(takeover.takeoverId)).toEqual([{ published: 3, replies: 1, pictures: 2, held: 1 }]);
  });

  it('R3: counts a fact once that comes twice', async () => {
    const takeover = aTakeover();
    const { id, subject, data } = await published(takeover);
    await stage.hears(postPublished, charity.charityId, { id, subject, revision: 2, data } as never);
    expect(await counts(takeover.takeoverId)).toMatchObject([{ published: 1 }]);
  });

  it('leaves out what the charity itself posts', async () => {
    const { takeoverId } = aTakeover();
    await published({ takeoverId, curatorId: null }, { kind: 'introduction' });
    await published({ takeoverId: null, curatorId: null });
    await held({ takeoverId: null, curatorId: null });
    expect(await counts(takeoverId)).toEqual([]);
  });
});
