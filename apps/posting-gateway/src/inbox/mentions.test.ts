import {
  listInbox,
  mentionReceived,
  type PostId,
  setPolicy,
  submitPosts,
  type TakeoverId,
  viewCosts,
} from '@baton/contracts';
import { Bus } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { findMention } from './find-mention.js';
import { PollMentions } from './poll-mentions.js';
import { endWatch, watchInbox } from './watch-inbox.js';

const hourMs = 3_600_000;
const pollMs = 60_000;
let gateway: GatewayWithSandbox;
/** The service's own, with its loop stopped, so that tests say when it looks. */
let polling: PollMentions;
let ahead = 0;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start({ MENTIONS_POLL_MS: String(pollMs) });
  polling = gateway.service.app.get(PollMentions);
  await polling.stop();
});

afterAll(async () => {
  await gateway.stop();
});

const pass = (ms: number) => {
  ahead += ms;
  return gateway.postgres.shiftClock(ahead);
};

async function watched(opensInMs = -1_000, closesInMs = hourMs): Promise<[CharityWithSandbox, TakeoverId]> {
  const charity = await gateway.aCharity();
  await charity.connect();
  const takeoverId = await charity.schedule(opensInMs, closesInMs);
  return [charity, takeoverId];
}

const inboxOf = async (charity: CharityWithSandbox, takeoverId: TakeoverId, caller = charity.asCurator) =>
  (await charity.succeed(listInbox, { charityId: charity.charityId, takeoverId }, caller)).mentions;

const ask = (charity: CharityWithSandbox, text: string) =>
  gateway.sandbox.control.followerPosts({ username: 'follower', text: `@${charity.handle} ${text}` });

const pollsFor = (charity: CharityWithSandbox) =>
  gateway.sandbox.control
    .requests()
    .filter(({ route, username }) => route === '/2/users/:id/mentions' && username === charity.handle).length;

describe('a takeover’s inbox', () => {
  it('shows what followers wrote, newest first, once each, and states a fact without words', async () => {
    const [charity, takeoverId] = await watched();
    ask(charity, 'What helps with spasticity?');
    await polling.round();
    ask(charity, 'Good morning & <3');
    await pass(pollMs + 1);
    await polling.round();
    const mentions = await inboxOf(charity, takeoverId);
    expect(mentions).toMatchObject([
      { from: 'follower', text: `@${charity.handle} Good morning & <3`, answered: false },
      { from: 'follower', text: `@${charity.handle} What helps with spasticity?`, answered: false },
    ]);
    const facts = (await gateway.service.stated(mentionReceived)).filter(
      ({ charityid }) => charityid === charity.charityId,
    );
    expect(facts.map(({ data }) => data)).toEqual(
      [...mentions].reverse().map(({ mentionId }) => ({ mentionId, takeoverId })),
    );
  });

  it('is answered through the account, and shows what was answered once the answer is out', async () => {
    const [charity, takeoverId] = await watched();
    const { charityId, asCurator } = charity;
    const asked = ask(charity, 'Hello?');
    await polling.round();
    const [mention] = await inboxOf(charity, takeoverId);
    const policy = { ...defaultPolicy, undoSeconds: 0 };
    await charity.succeed(setPolicy, { charityId, policy }, charity.asSureTrustee);
    const published = gateway.service.app
      .get(Bus)
      .connection.subscribe(`facts.posting-gateway.${charityId}.post.published.v1`, { max: 1 });
    const posts = [{ postId: newId<PostId>(), text: 'Hello to you' }];
    const inReplyTo = mention?.mentionId;
    await charity.succeed(submitPosts, { charityId, takeoverId, posts, inReplyTo }, asCurator);
    for await (const _ of published);
    expect(gateway.sandbox.control.posts(charity.handle)).toMatchObject([
      { inReplyTo: { postId: asked.id } },
    ]);
    expect(await inboxOf(charity, takeoverId)).toMatchObject([{ answered: true }]);
  });

  it('is not asked for again, and not paid for again, where the account mentions itself', async () => {
    const [charity, takeoverId] = await watched();
    ask(charity, 'Hello?');
    gateway.sandbox.control.followerPosts({ username: charity.handle, text: `It is us, @${charity.handle}` });
    await polling.round();
    await pass(pollMs + 1);
    await polling.round();
    const { byKind } = await charity.succeed(
      viewCosts,
      { charityId: charity.charityId, takeoverId },
      charity.asManager,
    );
    expect(byKind).toMatchObject([
      { kind: 'postRead', units: 1 },
      { kind: 'ownRead', units: 1 },
    ]);
    expect(await inboxOf(charity, takeoverId)).toHaveLength(1);
  });

  it('cannot be answered from another takeover', async () => {
    const [charity, takeoverId] = await watched();
    ask(charity, 'For Robin');
    await polling.round();
    const [mention] = await inboxOf(charity, takeoverId);
    if (!mention) throw new Error('empty');
    const find = (inbox: TakeoverId) =>
      gateway.database.inCharity(charity.charityId, (tx) => findMention(tx, inbox, mention.mentionId));
    expect(await find(newId<TakeoverId>())).toBeUndefined();
    expect(await find(takeoverId)).toHaveProperty('xPostId');
  });

  it('asks X no oftener than it should, and two processes never ask for the same', async () => {
    const [charity] = await watched();
    await Promise.all([polling.round(), polling.round(), polling.round()]);
    await polling.round();
    expect(pollsFor(charity)).toBe(1);
  });

  it('begins at the window’s start by the clock, looks once after its end, and then no more', async () => {
    const [charity, takeoverId] = await watched(hourMs, 2 * hourMs);
    await polling.round();
    expect(pollsFor(charity)).toBe(0);
    await pass(hourMs + 1_000);
    await polling.round();
    expect(pollsFor(charity)).toBe(1);
    await pass(hourMs);
    await polling.round();
    await pass(hourMs);
    await polling.round();
    expect(pollsFor(charity)).toBe(2);
    await pass(-ahead);
    expect(await inboxOf(charity, takeoverId)).toEqual([]);
  });

  it('ends early with the takeover, and keeps nothing that was written afterwards', async () => {
    const [charity, takeoverId] = await watched();
    await polling.round();
    await gateway.database.inCharity(charity.charityId, (tx) => endWatch(tx, takeoverId, new Date()));
    ask(charity, 'Too late for you');
    await polling.round();
    expect(pollsFor(charity)).toBe(2);
    expect(await inboxOf(charity, takeoverId)).toEqual([]);
  });

  it('waits as long as X asks, and misses nothing', async () => {
    const [charity, takeoverId] = await watched();
    gateway.sandbox.control.queueFault({ path: '/2/users/:id/mentions', status: 429, retryAfterS: 120 });
    ask(charity, 'Are you there?');
    await polling.round();
    await pass(100_000);
    await polling.round();
    expect(await inboxOf(charity, takeoverId)).toEqual([]);
    await pass(25_000);
    await polling.round();
    expect(await inboxOf(charity, takeoverId)).toHaveLength(1);
    await pass(-ahead);
  });

  it('waits for an account that is not connected', async () => {
    const charity = await gateway.aCharity();
    await charity.schedule(-1_000, hourMs);
    await polling.round();
    expect(pollsFor(charity)).toBe(0);
  });

  it('T1: is for the takeover’s own curator and the team', async () => {
    const [charity, takeoverId] = await watched();
    const input = { charityId: charity.charityId, takeoverId };
    const stranger = charity.asCuratorWith(newId());
    expect(await charity.call(listInbox, input, stranger)).toMatchObject({ refusal: { code: 'notYours' } });
    expect((await charity.call(listInbox, input, charity.asManager)).ok).toBe(true);
    const unknown = { ...input, takeoverId: newId<TakeoverId>() };
    expect(await charity.call(listInbox, unknown, charity.asManager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  it('P2: keeps neither words nor handles of followers readable in any table', async () => {
    const [charity] = await watched();
    gateway.sandbox.control.followerPosts({
      username: 'canaryhandle',
      text: `@${charity.handle} canary-words`,
    });
    await polling.round();
    const dump = await gateway.database.inCharity(charity.charityId, async (tx) =>
      JSON.stringify([
        await tx.query('SELECT mention::text FROM mention'),
        await tx.query('SELECT envelope FROM outbox'),
      ]),
    );
    for (const word of ['canaryhandle', 'canary-words']) {
      expect(dump).not.toContain(word);
      expect(dump).not.toContain(Buffer.from(word).toString('hex'));
    }
  });

  it('takes over changed edges of a window', async () => {
    const [charity, takeoverId] = await watched(hourMs, 2 * hourMs);
    await gateway.database.inCharity(charity.charityId, (tx) =>
      watchInbox(tx, {
        takeoverId,
        opensAt: new Date(Date.now() - 1_000),
        closesAt: new Date(Date.now() + hourMs),
      }),
    );
    await polling.round();
    expect(pollsFor(charity)).toBe(1);
  });
});
