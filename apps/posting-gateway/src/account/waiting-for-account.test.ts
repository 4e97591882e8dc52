import {
  type AccountId,
  decidePost,
  disconnectAccount,
  listPosts,
  type Post,
  type PostId,
  setPolicy,
  submitPosts,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import { accountIsBack, waitsForAccount } from './waits-for-account.js';

let gateway: GatewayWithSandbox;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});

afterAll(async () => {
  await gateway.stop();
});

/** A curator whose takeover is open, on an account whose permission is then taken back on X. */
class Curating {
  private constructor(
    readonly charity: CharityWithSandbox,
    private readonly takeoverId: TakeoverId,
  ) {}

  static async begin(): Promise<Curating> {
    const charity = await gateway.aCharity();
    await charity.connect();
    const policy = { ...defaultPolicy, undoSeconds: 0 };
    await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
    return new Curating(charity, await charity.schedule(-openingHeardWithinMs, 3_600_000));
  }

  submit(...texts: string[]) {
    const posts = texts.map((text) => ({ postId: newId<PostId>(), text }));
    const { charityId, asCurator } = this.charity;
    return this.charity.call(submitPosts, { charityId, takeoverId: this.takeoverId, posts }, asCurator);
  }

  async posts(): Promise<Post[]> {
    const { charityId, asManager } = this.charity;
    const answer = await this.charity.succeed(
      listPosts,
      { charityId, takeoverId: this.takeoverId },
      asManager,
    );
    return answer.posts;
  }

  /** Waits for a fact about the posts. */
  async until(isSo: (posts: readonly Post[]) => boolean): Promise<Post[]> {
    for (;;) {
      const posts = await this.posts();
      if (isSo(posts)) return posts;
    }
  }

  isRevoked(): void {
    gateway.sandbox.control.revokeTokens(this.charity.handle);
  }

  onX(handle = this.charity.handle): string[] {
    return gateway.sandbox.control.posts(handle).map(({ written }) => written);
  }

  /** The charity connects another account of X in place of this one. */
  async connectAnother(): Promise<string> {
    const username = `n_${this.charity.handle.slice(2)}`;
    gateway.sandbox.control.createAccount({ username, name: 'The new account' });
    const begun = await this.charity.begin(newId<AccountId>(), true);
    const done = await this.charity.finish(await this.charity.sayYes(begun.authorizeUrl, username));
    if (!done.ok) throw new Error('not connected');
    return username;
  }
}

const waitingFor = ({ status }: Post) => ('waitingFor' in status ? status.waitingFor : status.state);
const saidOnce = (post: Post | undefined, words: string) =>
  post?.timeline.filter(({ what }) => what.endsWith(words)).length;
const are =
  (...states: string[]) =>
  (posts: readonly Post[]) =>
    posts.length === states.length && posts.every(({ status }, index) => status.state === states[index]);

describe('an account that has to be connected again', () => {
  it('R7 loses no post: what was handed over before and after waits, says so once, and goes once', async () => {
    const curating = await Curating.begin();
    curating.isRevoked();
    await curating.submit('One', 'Two');
    const told = await curating.until((posts) => saidOnce(posts[0], waitsForAccount) === 1);
    expect(told.map(waitingFor)).toEqual(['account', 'account']);
    const answer = await curating.submit('Three');
    expect(answer).toMatchObject({
      ok: true,
      value: { posts: [{ status: { state: 'queued', waitingFor: 'account' } }] },
    });
    await curating.charity.connect();
    const out = await curating.until(are('published', 'published', 'published'));
    expect(curating.onX()).toEqual(['One', 'Two', 'Three']);
    expect(out.map((post) => saidOnce(post, waitsForAccount))).toEqual([1, 1, 1]);
    expect(out[2]?.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining([`Accepted. ${waitsForAccount}`, accountIsBack]),
    );
  });

  it('refuses what is handed over once the charity has taken the connection back on purpose', async () => {
    const curating = await Curating.begin();
    curating.isRevoked();
    await curating.submit('Waits');
    await curating.until((posts) => saidOnce(posts[0], waitsForAccount) === 1);
    const { charityId, accountId, asSureManager } = curating.charity;
    await curating.charity.succeed(disconnectAccount, { charityId, accountId }, asSureManager);
    expect(await curating.submit('Later')).toMatchObject({ refusal: { code: 'notConnected' } });
  });
});

describe('another account in its place', () => {
  it('R7 says nothing that was written for the first without a person’s yes', async () => {
    const curating = await Curating.begin();
    curating.isRevoked();
    await curating.submit('Written for the first');
    await curating.until((posts) => saidOnce(posts[0], waitsForAccount) === 1);
    const other = await curating.connectAnother();
    const [post] = await curating.until(are('held'));
    expect(post?.timeline.at(-1)?.what).toContain('another X account was connected');
    expect(curating.onX(other)).toEqual([]);
    const { charityId, asManager } = curating.charity;
    if (!post) throw new Error('no post');
    const { postId, edition } = post;
    const decision = { charityId, postId, edition, verdict: 'approve' } as const;
    await curating.charity.succeed(decidePost, decision, asManager);
    await curating.until(are('published'));
    expect(curating.onX(other)).toEqual(['Written for the first']);
    expect(curating.onX()).toEqual([]);
  });

  it('continues no thread that begins on the first, and keeps its words', async () => {
    const curating = await Curating.begin();
    const slowly = { method: 'POST', path: '/2/tweets', account: curating.charity.handle } as const;
    gateway.sandbox.control.queueFault({ ...slowly, answerAfterMs: 300 });
    await curating.submit('One', 'Two');
    while (curating.onX().length === 0) await new Promise((turn) => setImmediate(turn));
    curating.isRevoked();
    await curating.until((posts) => saidOnce(posts[1], waitsForAccount) === 1);
    const other = await curating.connectAnother();
    const [, two] = await curating.until(are('published', 'withdrawn'));
    expect(two).toMatchObject({ text: 'Two' });
    expect(two?.timeline.at(-1)?.what).toContain('connected before. Your words are kept here.');
    expect([curating.onX(), curating.onX(other)]).toEqual([['One'], []]);
  });
});
