import { setTimeout as pause } from 'node:timers/promises';
import {
  type CharityId,
  listPosts,
  type Post,
  type PostId,
  type ResultOf,
  setPolicy,
  setSwitch,
  submitPosts,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { defaultPolicy } from '../policy/default-policy.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import type { CharityWithSandbox, GatewayWithSandbox } from './gateway-with-sandbox.js';

/** X takes this long to answer, so that posts queue up behind each other. */
const answerAfterMs = 100;
/** Looking all the time would take the processor from what is looked at. */
const betweenLooksMs = 20;

interface HandedIn {
  readonly postId: PostId;
  readonly text: string;
  readonly by: Curating;
}

interface Curating {
  readonly charity: CharityWithSandbox;
  readonly takeoverId: TakeoverId;
}

/** Several charities whose curators hand in one post after another, and what X saw of it. */
export class BusyCharities {
  readonly posts: HandedIn[] = [];

  private constructor(
    private readonly gateway: GatewayWithSandbox,
    private readonly curating: readonly Curating[],
  ) {}

  static async begin(gateway: GatewayWithSandbox, count: number): Promise<BusyCharities> {
    gateway.sandbox.control.queueFault({
      ...{ method: 'POST', path: '/2/tweets' },
      ...{ answerAfterMs, times: 100_000 },
    });
    const curating: Curating[] = [];
    for (let index = 0; index < count; index += 1) {
      const charity = await gateway.aCharity();
      await charity.connect();
      const policy = { ...defaultPolicy, undoSeconds: 0 };
      await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
      curating.push({ charity, takeoverId: await charity.schedule(-openingHeardWithinMs, 3_600_000) });
    }
    return new BusyCharities(gateway, curating);
  }

  get firstCharity(): CharityId {
    const [first] = this.curating;
    if (!first) throw new Error('nobody is curating');
    return first.charity.charityId;
  }

  /** Every curator writes so many posts. */
  write(each: number): HandedIn[] {
    const written = this.curating.flatMap((by) =>
      Array.from({ length: each }, (_, index) => ({
        ...{ by, postId: newId<PostId>() },
        text: `${by.charity.handle} number ${this.posts.length + index}`,
      })),
    );
    this.posts.push(...written);
    return written;
  }

  /** Answers may be `unavailable`; handing the same in again is safe. */
  handIn(posts: readonly HandedIn[]): Promise<ResultOf<typeof submitPosts>[]> {
    return Promise.all(
      posts.map(({ postId, text, by: { charity, takeoverId } }) =>
        charity.call(
          submitPosts,
          { charityId: charity.charityId, takeoverId, posts: [{ postId, text }] },
          charity.asCurator,
        ),
      ),
    );
  }

  /** What a browser does that heard "unavailable": the same again, until it is answered. */
  async handInUntilTaken(posts: readonly HandedIn[]): Promise<void> {
    let left = posts;
    while (left.length > 0) {
      const answers = await this.handIn(left);
      left = left.filter((_, index) => !answers[index]?.ok);
      await pause(betweenLooksMs);
    }
  }

  /** Somebody of the first charity's team presses the switch. */
  pauses(): Promise<ResultOf<typeof setSwitch>> {
    const [first] = this.curating;
    if (!first) throw new Error('nobody is curating');
    const { charity } = first;
    return charity.call(setSwitch, { charityId: charity.charityId, mode: 'pause' }, charity.asManager);
  }

  /** Those that are in the database, by what a manager sees. */
  async stored(): Promise<Post[]> {
    const lists = await Promise.all(
      this.curating.map(async ({ charity, takeoverId }) => {
        const asked = { charityId: charity.charityId, takeoverId };
        const answer = await charity.call(listPosts, asked, charity.asManager);
        return answer.ok ? answer.value.posts : [];
      }),
    );
    return lists.flat();
  }

  /** Resolves when all that was written is out, or waits for a person because nobody can know. */
  async areSettled(): Promise<{ readonly askedOfPerson: number }> {
    for (;;) {
      const posts = await this.stored();
      const out = this.onX();
      const open = posts.filter(({ status }) => status.state !== 'published');
      const asked = open.filter(({ status, text }) => status.state === 'unknown' && !out.includes(text));
      if (posts.length === this.posts.length && open.length === asked.length)
        return { askedOfPerson: asked.length };
      await pause(betweenLooksMs);
    }
  }

  /** The texts that took effect on X. */
  onX(): string[] {
    return this.curating.flatMap(({ charity }) =>
      this.gateway.sandbox.control.posts(charity.handle).map(({ written }) => written),
    );
  }

  /** Resolves when X has answered so many requests to publish. */
  async callsReach(count: number): Promise<void> {
    while (this.calls().length < count) await pause(betweenLooksMs);
  }

  /** When X was asked to publish something, in ms since the epoch. */
  calls(): number[] {
    return this.gateway.sandbox.control
      .requests()
      .filter(({ method, route }) => method === 'POST' && route === '/2/tweets')
      .map(({ receivedAt }) => receivedAt);
  }

  /** Calls to X that have been written down before they were made. */
  async attempts(): Promise<number> {
    const counts = await Promise.all(
      this.curating.map(({ charity: { charityId } }) =>
        this.gateway.database.inCharity(charityId, (tx) =>
          tx.query<{ attempts: number }>('SELECT coalesce(sum(attempt), 0)::int AS attempts FROM post'),
        ),
      ),
    );
    return counts.flat().reduce((sum, { attempts }) => sum + attempts, 0);
  }
}
