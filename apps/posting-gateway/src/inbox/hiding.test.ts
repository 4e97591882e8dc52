import { hideOnX, type MentionId, type RequestOf, setSwitch } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inboxes, type OnAir } from '../rehearsal/inboxes.js';

let inboxes: Inboxes;
beforeAll(async () => {
  inboxes = await Inboxes.open();
});
afterAll(() => inboxes.close());

/** An answer under a post of the account. */
async function answered(): Promise<[OnAir, { mentionId: MentionId; xPostId: string }]> {
  const air = await inboxes.onAir();
  await air.posts('What helps you sleep?', 'published');
  const [ours] = inboxes.gateway.sandbox.control.posts(air.charity.handle);
  if (!ours) throw new Error('nothing is out');
  const { id: xPostId } = air.writes('Nobody asked', ours.id);
  await inboxes.look();
  return [air, { mentionId: (await air.onlyOne()).mentionId, xPostId }];
}

const hide = ({ charity, place }: OnAir, mentionId: MentionId, hidden = true, caller = charity.asCurator) => {
  const wish: RequestOf<typeof hideOnX> = { ...place, mentionId, hidden };
  return charity.call(hideOnX, wish, caller);
};

const isHiddenOnX = (xPostId: string) =>
  inboxes.gateway.sandbox.control.posts().find(({ id }) => id === xPostId)?.hidden;

describe('hiding an answer on X', () => {
  it('hides it there from everybody, twice is once, and shows it again', async () => {
    const [air, { mentionId, xPostId }] = await answered();
    expect(await hide(air, mentionId)).toMatchObject({ value: { mentionId, hidden: true } });
    expect(await hide(air, mentionId)).toMatchObject({ ok: true });
    expect(isHiddenOnX(xPostId)).toBe(true);
    expect(await air.onlyOne()).toMatchObject({ hiddenOnX: true });
    expect(await hide(air, mentionId, false)).toMatchObject({ value: { hidden: false } });
    expect(isHiddenOnX(xPostId)).toBe(false);
    expect(await air.onlyOne()).toMatchObject({ hiddenOnX: false });
  });

  it('is for answers under the account’s posts, and X has the last word', async () => {
    const air = await inboxes.onAir();
    air.writes('Good morning');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    expect(await hide(air, mentionId)).toMatchObject({ refusal: { code: 'notAnAnswer' } });
    const elsewhere = inboxes.gateway.sandbox.control.followerPosts({ username: 'else', text: 'My day' });
    air.writes('Look at this', elsewhere.id);
    await inboxes.look();
    const [newest] = (await air.inbox()).mentions;
    if (!newest) throw new Error('no message');
    expect(await hide(air, newest.mentionId)).toMatchObject({ refusal: { code: 'refusedByX' } });
    expect(await air.inbox()).toMatchObject({ mentions: [{ hiddenOnX: false }, {}] });
  });

  it('says so where X has the message no more', async () => {
    const [air, { mentionId, xPostId }] = await answered();
    inboxes.gateway.sandbox.control.deletePost(xPostId);
    expect(await hide(air, mentionId)).toMatchObject({ refusal: { code: 'goneFromX' } });
  });

  it('is the team’s alone while the charity has the account', async () => {
    const [air, { mentionId, xPostId }] = await answered();
    const { charity, place } = air;
    await charity.succeed(setSwitch, { charityId: place.charityId, mode: 'pause' }, charity.asManager);
    expect(await hide(air, mentionId)).toMatchObject({ refusal: { code: 'notOnAir' } });
    expect(await hide(air, mentionId, true, charity.asManager)).toMatchObject({ ok: true });
    expect(isHiddenOnX(xPostId)).toBe(true);
  });
});
