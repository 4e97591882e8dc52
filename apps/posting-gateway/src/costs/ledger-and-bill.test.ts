import {
  deletePost,
  listInbox,
  type Post,
  type PostId,
  resolveUnknown,
  submitPosts,
  type UnknownVerdict,
  viewCosts,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { PollMentions } from '../inbox/poll-mentions.js';
import { ReconcileUnknown } from '../publishing/reconcile-unknown.js';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { OpenTakeover } from '../rehearsal/open-takeover.js';

const reconcileForMs = 2_500;
const pollMs = 60_000;
const post = 15_000;

let gateway: GatewayWithSandbox;
let weekend: OpenTakeover;
/** The service's own, with its loop stopped, so that the test says when it looks. */
let polling: PollMentions;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start({
    X_DEADLINE_MS: '400',
    RECONCILE_FOR_MS: String(reconcileForMs),
    MENTIONS_POLL_MS: String(pollMs),
  });
  polling = gateway.service.app.get(PollMentions);
  await polling.stop();
  weekend = await OpenTakeover.begin(gateway);
});
afterAll(() => gateway.stop());

/** What X has billed to the charity's app, in millionths of a dollar. */
const billed = () =>
  gateway.sandbox.control.apps().reduce((sum, { spentMicroUsd }) => sum + spentMicroUsd, 0);

async function ledger() {
  const { charity, takeoverId } = weekend;
  return charity.succeed(viewCosts, { charityId: charity.charityId, takeoverId }, charity.asManager);
}

const isOut = (postId: PostId) => weekend.until(postId, 'published');
const says = async (text: string): Promise<Post> => isOut((await weekend.submit({ text })).postId);

/** The next creation of a post goes so. */
const next = (how: Parameters<typeof gateway.sandbox.control.queueFault>[0]) =>
  gateway.sandbox.control.queueFault({ method: 'POST', path: '/2/tweets', ...how });

async function mentionsAreRead(): Promise<void> {
  await gateway.postgres.shiftClock(pollMs + 1_000);
  await polling.round();
  await gateway.postgres.shiftClock(0);
}

/** A post that X did not confirm, looked for until there is no more to look for. */
async function unknown(text: string, how: Parameters<typeof next>[0]): Promise<PostId> {
  next(how);
  const { postId } = await weekend.submit({ text });
  await weekend.until(postId, 'unknown');
  await searchEnds(postId);
  return postId;
}

async function searchEnds(postId: PostId): Promise<void> {
  await gateway.postgres.shiftClock(reconcileForMs);
  for (;;) {
    const { status } = await weekend.post(postId);
    if (status.state !== 'unknown' || status.lookingUntil === null) break;
    await gateway.service.app.get(ReconcileUnknown).look();
  }
  await gateway.postgres.shiftClock(0);
}

const decide = ({ charityId, asManager }: OpenTakeover['charity'], postId: PostId, verdict: UnknownVerdict) =>
  weekend.charity.succeed(resolveUnknown, { charityId, postId, verdict }, asManager);

async function thread(...texts: string[]): Promise<void> {
  const { charity, takeoverId } = weekend;
  const posts = texts.map((text) => ({ postId: newId<PostId>(), text }));
  await charity.succeed(submitPosts, { charityId: charity.charityId, takeoverId, posts }, charity.asCurator);
  for (const { postId } of posts) await isOut(postId);
}

async function everyKindOfPost(): Promise<void> {
  await says('Good morning');
  await says('Read https://example.org/a?b=c');
  await thread('One', 'Two, at example.com', 'Three');
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } });
  const mediaIds = [await weekend.upload(await image.png().toBuffer(), 'A green square')];
  await isOut((await weekend.submit({ text: 'Look', mediaIds })).postId);
  const poll = { options: ['Nap', 'Walk'], durationMinutes: 60 };
  await isOut((await weekend.submit({ text: 'What helps?', poll })).postId);
}

async function followersWriteAndAreAnswered(): Promise<void> {
  const { charity, takeoverId } = weekend;
  const { charityId, asCurator, handle } = charity;
  for (const text of ['What helps?', 'Where are you?']) {
    gateway.sandbox.control.followerPosts({ username: 'follower', text: `@${handle} ${text}` });
  }
  await says(`It is us, @${handle}`);
  await mentionsAreRead();
  await mentionsAreRead();
  const { mentions } = await charity.succeed(listInbox, { charityId, takeoverId }, asCurator);
  for (const [index, { mentionId }] of mentions.entries()) {
    const text = index === 0 ? 'At home' : 'This does: https://example.org';
    await isOut((await weekend.submit({ text }, { inReplyTo: mentionId })).postId);
  }
}

describe('the ledger beside X’s own bill, after a weekend of everything', () => {
  it('is equal to the millionth: posts, links, threads, pictures, a poll, answers, reads and a deletion', async () => {
    await everyKindOfPost();
    await followersWriteAndAreAnswered();
    const gone = await says('Not for long');
    const { charityId, asCurator } = weekend.charity;
    await weekend.charity.succeed(deletePost, { charityId, postId: gone.postId }, asCurator);
    await weekend.until(gone.postId, 'deleted');
    const { byKind, spentMicroUsd, perhapsMicroUsd } = await ledger();
    expect(byKind.map(({ kind, units }) => [kind, units])).toEqual(
      expect.arrayContaining([
        ['post', 7],
        ['postWithUrl', 3],
        ['summonedReply', 1],
        ['media', 1],
        ['postRead', 2],
        ['ownRead', 1],
        ['delete', 1],
      ]),
    );
    expect([spentMicroUsd, perhapsMicroUsd]).toEqual([billed(), 0]);
  });

  it('is equal where X gave no clear answer: found, let go, and sent again', async () => {
    const found = await unknown('Is it there?', { cut: 'after' });
    expect((await weekend.post(found)).status.state).toBe('published');
    const again = await unknown('Once more', { status: 503 });
    await decide(weekend.charity, again, 'sendAgain');
    await isOut(again);
    const letGo = await unknown('Never mind', { status: 503 });
    await decide(weekend.charity, letGo, 'letItGo');
    const { spentMicroUsd, perhapsMicroUsd } = await ledger();
    expect(spentMicroUsd).toBe(billed());
    expect(perhapsMicroUsd).toBe(2 * post);
  });

  it('is short of what nobody saw, and that is shown as perhaps spent: X has a post twice', async () => {
    const before = { billed: billed(), ...(await ledger()) };
    gateway.sandbox.control.changeSettings({ duplicateWindowMs: 0 });
    const twice = await unknown('Twice', { cut: 'after', visibleAfterMs: 600_000 });
    await decide(weekend.charity, twice, 'sendAgain');
    await isOut(twice);
    const written = gateway.sandbox.control.posts(weekend.charity.handle).map((one) => one.written);
    expect(written.filter((text) => text === 'Twice')).toHaveLength(2);
    const after = await ledger();
    const notInLedger = billed() - before.billed - (after.spentMicroUsd - before.spentMicroUsd);
    expect(notInLedger).toBe(post);
    expect(after.perhapsMicroUsd - before.perhapsMicroUsd).toBe(notInLedger);
  });
});
