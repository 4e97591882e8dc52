import {
  type EventDeclaration,
  listPosts,
  type Post,
  type PostId,
  setPolicy,
  submitPosts,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { type TestService, tell } from '@baton/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';

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

const quarterMs = 15 * 60_000;

/** A curator whose takeover is open, with no time to undo. */
async function curating(): Promise<{ charity: CharityWithSandbox; takeoverId: TakeoverId }> {
  const charity = await gateway.aCharity();
  await charity.connect();
  const policy = { ...defaultPolicy, undoSeconds: 0, signOff: 'The team is back.' };
  await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
  return { charity, takeoverId: await charity.schedule(-openingHeardWithinMs, 3_600_000) };
}

type Curating = Awaited<ReturnType<typeof curating>>;

function submit({ charity, takeoverId }: Curating, ...texts: string[]) {
  const posts = texts.map((text) => ({ postId: newId<PostId>(), text }));
  return charity.succeed(submitPosts, { charityId: charity.charityId, takeoverId, posts }, charity.asCurator);
}

async function until({ charity, takeoverId }: Curating, isSo: (posts: readonly Post[]) => boolean) {
  const { charityId, asManager } = charity;
  for (;;) {
    const { posts } = await charity.succeed(listPosts, { charityId, takeoverId }, asManager);
    if (isSo(posts)) return posts;
  }
}

async function hears<E extends EventDeclaration>(
  { charity, takeoverId }: Curating,
  event: E,
  data: z.input<E['data']>,
) {
  await tell(gateway.nats, event, charity.charityId, { subject: takeoverId, revision: 1, data });
  await gateway.service.settle();
}

const onX = ({ charity }: Curating) =>
  gateway.sandbox.control.posts(charity.handle).map(({ written }) => written);

/** How often X said of this account that it was too much. */
const tooMany = ({ charity }: Curating): number =>
  gateway.sandbox.control
    .requests()
    .filter(
      ({ username, ending }) => username === charity.handle && 'status' in ending && ending.status === 429,
    ).length;

const waitsForX = ({ status }: Post) => 'waitingFor' in status && status.waitingFor === 'x';
const isOut = ({ status }: Post) => status.state === 'published';

describe('X’s limits, with two processes', () => {
  it('a window that is used up is waited for and not tried: no 429, and everything goes in the next ones', async () => {
    gateway.sandbox.control.changeSettings({ rateLimits: { 'POST /2/tweets': 5 } });
    const own = await curating();
    const texts = Array.from({ length: 12 }, (_, index) => `Number ${index}`);
    for (const text of texts) await submit(own, text);
    const first = await until(own, (posts) => posts.filter(waitsForX).length === 7);
    expect(onX(own)).toEqual(texts.slice(0, 5));
    expect(first.at(-1)?.timeline.at(-1)?.what).toContain('as soon as X allows');
    await gateway.shiftClocks(quarterMs + 5_000);
    await until(own, (posts) => posts.filter(isOut).length === 10 && posts.filter(waitsForX).length === 2);
    await gateway.shiftClocks(2 * quarterMs + 10_000);
    await until(own, (posts) => posts.every(isOut));
    expect(onX(own)).toEqual(texts);
    expect(tooMany(own)).toBe(0);
    gateway.sandbox.control.changeSettings({ rateLimits: {} });
  });

  it('the sign-off goes although the day is used up for the curator', async () => {
    const own = await curating();
    const { charity, takeoverId } = own;
    for (let count = 1; count <= 45; count += 1) {
      gateway.sandbox.control.followerPosts({ username: charity.handle, text: `Earlier today ${count}` });
    }
    const about = { takeoverId, curatorId: charity.curatorId };
    const at = () => new Date().toISOString();
    await hears(own, takeoverOpened, { ...about, openedAt: at() });
    await until(own, (posts) => posts.length === 1 && posts.every(isOut));
    for (let count = 1; count <= 4; count += 1) await submit(own, `Number ${count}`);
    const waiting = await until(own, (posts) => posts.filter(waitsForX).length === 2);
    expect(waiting.at(-1)?.timeline.at(-1)?.what).toContain('kept for the charity');
    await hears(own, takeoverClosed, { ...about, closedAt: at() });
    const posts = await until(own, (all) => all.some((post) => post.kind === 'signOff' && isOut(post)));
    expect(onX(own).slice(46)).toEqual(['Number 1', 'Number 2', 'The team is back.']);
    expect(posts.filter(({ status }) => status.state === 'missedWindow')).toHaveLength(2);
    expect(tooMany(own)).toBe(0);
  });
});
