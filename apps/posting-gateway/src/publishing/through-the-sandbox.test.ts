import {
  type CharityStanding,
  charityStandingChanged,
  curatorLeft,
  Envelope,
  listPosts,
  type Post,
  type PostId,
  type RequestOf,
  releaseSwitch,
  resolveUnknown,
  setPolicy,
  setSwitch,
  submitPosts,
  type TakeoverId,
} from '@baton/contracts';
import { Bus } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { tell } from '@baton/testing';
import type { XSandbox } from '@baton/x-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import { ReconcileUnknown } from './reconcile-unknown.js';

type Fault = Parameters<XSandbox['control']['queueFault']>[0];

const xDeadlineMs = 400;
const reconcileForMs = 2_500;

let gateway: GatewayWithSandbox;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start({
    X_DEADLINE_MS: String(xDeadlineMs),
    RECONCILE_FOR_MS: String(reconcileForMs),
  });
});
afterAll(() => gateway.stop());

/** A curator whose takeover is open, with no time to undo, on the whole service with its workers running. */
class Curating {
  private constructor(
    readonly charity: CharityWithSandbox,
    private readonly takeoverId: TakeoverId,
  ) {}

  static async begin(closesInMs = 3_600_000): Promise<Curating> {
    const charity = await gateway.aCharity();
    await charity.connect();
    const policy = { ...defaultPolicy, undoSeconds: 0 };
    await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
    return new Curating(charity, await charity.schedule(-openingHeardWithinMs, closesInMs));
  }

  submit(...texts: string[]) {
    return this.hand({ posts: texts.map((text) => ({ postId: newId<PostId>(), text })) });
  }

  /** Hands over posts in whatever way the contract allows. */
  hand(submission: Omit<RequestOf<typeof submitPosts>, 'charityId' | 'takeoverId'>) {
    const { charityId, asCurator } = this.charity;
    return this.charity.succeed(
      submitPosts,
      { charityId, takeoverId: this.takeoverId, ...submission },
      asCurator,
    );
  }

  /** The bus tells, `count` times, that a post of this charity came to such an end. */
  async hears(participle: string, count = 1): Promise<Envelope[]> {
    const subject = `facts.posting-gateway.${this.charity.charityId}.post.${participle}.v1`;
    const facts = gateway.service.app.get(Bus).connection.subscribe(subject, { max: count });
    const heard: Envelope[] = [];
    for await (const message of facts) heard.push(Envelope.parse(message.json()));
    return heard;
  }

  async posts(): Promise<Post[]> {
    const { charityId, asManager } = this.charity;
    return (await this.charity.succeed(listPosts, { charityId, takeoverId: this.takeoverId }, asManager))
      .posts;
  }

  async stands(standing: CharityStanding, revision: number): Promise<void> {
    const { charityId } = this.charity;
    await tell(gateway.nats, charityStandingChanged, charityId, {
      subject: charityId,
      revision,
      data: { standing },
    });
    await gateway.service.settle();
  }

  async leaves(): Promise<void> {
    const { charityId, curatorId } = this.charity;
    const data = { curatorId, pastPosts: 'delete' as const };
    await tell(gateway.nats, curatorLeft, charityId, { subject: curatorId, revision: 1, data });
    await gateway.service.settle();
  }

  /** Looks on the timeline until there is no more to look for. */
  async searchEnds(): Promise<void> {
    const isOver = ({ status }: Post) => status.state !== 'unknown' || status.lookingUntil === null;
    while (!(await this.posts()).every(isOver)) await gateway.service.app.get(ReconcileUnknown).look();
  }

  /** The publisher has looked at this charity's lane since it was last woken, and found nothing to do. */
  async lanesAreGivenBack(): Promise<void> {
    const waiting = `SELECT 1 FROM lane WHERE ready_at IS NOT NULL OR leased_until > baton.now()`;
    const { charityId } = this.charity;
    while ((await gateway.database.inCharity(charityId, (tx) => tx.query(waiting))).length > 0);
  }

  onX() {
    return gateway.sandbox.control.posts(this.charity.handle);
  }

  /** The next creation of a post goes so. */
  fault(how: Fault): void {
    gateway.sandbox.control.queueFault({
      ...{ method: 'POST', path: '/2/tweets', account: this.charity.handle },
      ...how,
    });
  }
}

describe('the whole way through the real client and X’s wire format', () => {
  it('publishes a thread in order, each part answering the one before', async () => {
    const curating = await Curating.begin();
    const published = curating.hears('published', 3);
    await curating.submit('Rap & rest 🧑‍🦽 <3', 'Smoothie', 'Nap');
    await published;
    const [one, two, three] = curating.onX();
    expect([one, two, three].map((post) => post?.written)).toEqual(['Rap & rest 🧑‍🦽 <3', 'Smoothie', 'Nap']);
    expect(two?.inReplyTo?.postId).toBe(one?.id);
    expect(three?.inReplyTo?.postId).toBe(two?.id);
  });

  it.each<[string, Fault]>([
    ['answers 503 after applying', { applyThen: 503 }],
    ['cuts the connection after applying', { cut: 'after' }],
    ['cuts its answer in half', { cut: 'midAnswer' }],
    ['applies and answers after the deadline', { answerAfterMs: xDeadlineMs * 2 }],
    ['applies, cuts, and shows it late', { cut: 'after', visibleAfterMs: 1_200 }],
  ])('R4 X %s: unknown, then found on the timeline, once', async (_, how) => {
    const curating = await Curating.begin();
    curating.fault(how);
    const [unknown, published] = [curating.hears('outcome-unknown'), curating.hears('published', 2)];
    await curating.submit('Rap & rest 🧑‍🦽 https://example.org/a?b=c&d=e', 'And the next part');
    await unknown;
    expect((await published).map((fact) => fact.data['knownBy'])).toEqual(['timeline', 'answer']);
    expect(curating.onX()).toHaveLength(2);
    expect((await curating.posts()).map(({ status }) => status.state)).toEqual(['published', 'published']);
  });

  it.each<[string, Fault]>([
    ['503 and nothing done', { status: 503 }],
    [
      'a page instead of an answer',
      { status: 500, body: '<html>', headers: { 'content-type': 'application/json' } },
    ],
  ])('R5 %s: unknown, not found, sent again by a person and by nobody else', async (_, how) => {
    const curating = await Curating.begin();
    curating.fault(how);
    const unknown = curating.hears('outcome-unknown');
    const [post] = (await curating.submit('Is it there?')).posts;
    await unknown;
    if (!post) throw new Error('no post');
    const { charityId, asManager } = curating.charity;
    const again = { charityId, postId: post.postId, verdict: 'sendAgain' } as const;
    expect(await curating.charity.call(resolveUnknown, again, asManager)).toMatchObject({
      refusal: { code: 'stillLooking' },
    });
    await gateway.postgres.shiftClock(reconcileForMs);
    await curating.searchEnds();
    await gateway.postgres.shiftClock(0);
    expect(curating.onX()).toEqual([]);
    const published = curating.hears('published');
    await curating.charity.succeed(resolveUnknown, again, asManager);
    await published;
    expect(curating.onX()).toHaveLength(1);
  });

  it('gives X a poll, and who may answer', async () => {
    const curating = await Curating.begin();
    const poll = { options: ['Nap', 'Walk', 'Rap'], durationMinutes: 60 };
    const published = curating.hears('published');
    await curating.hand({
      posts: [{ postId: newId(), text: 'What helps?', poll }],
      replySettings: 'verified',
    });
    await published;
    const [post] = curating.onX();
    expect(post).toMatchObject({ replySettings: 'verified', poll: { options: poll.options } });
    expect(post?.poll?.durationMinutes).toBe(60);
  });

  it('waits as X asks when there were too many, and asks no sooner', async () => {
    const curating = await Curating.begin();
    curating.fault({ status: 429, retryAfterS: 2, resetInS: 2 });
    const published = curating.hears('published');
    await curating.submit('Patience');
    await published;
    const [first, second, ...more] = gateway.sandbox.control
      .requests()
      .filter(({ route, username }) => route === '/2/tweets' && username === curating.charity.handle);
    expect(curating.onX()).toHaveLength(1);
    expect(more).toEqual([]);
    // X tells the end of its pause in whole seconds, so it may come almost one earlier.
    expect((second?.receivedAt ?? 0) - (first?.receivedAt ?? 0)).toBeGreaterThan(1_000);
  });

  it('tells a refusal of X in plain words', async () => {
    const curating = await Curating.begin();
    const [published, rejected] = [curating.hears('published'), curating.hears('rejected')];
    await curating.submit('Twice');
    await published;
    await curating.submit('Twice');
    await rejected;
    expect((await curating.posts()).map(({ status }) => status)).toMatchObject([
      { state: 'published' },
      { state: 'rejected', reason: 'duplicate', words: expect.stringMatching(/\w+/) },
    ]);
  });

  it('R6 posting paused: nothing that was stopped arrives at X until it is released', async () => {
    const curating = await Curating.begin();
    const published = curating.hears('published', 12);
    curating.fault({ answerAfterMs: xDeadlineMs * 0.75 });
    for (let count = 0; count < 12; count += 1) await curating.submit(`Number ${count}`);
    const { charityId, asManager, asSureManager } = curating.charity;
    const proof = await curating.charity.succeed(setSwitch, { charityId, mode: 'pause' }, asManager);
    expect(proof.stopped.length + proof.alreadyOut.length + proof.unknown.length).toBe(12);
    expect(proof.stopped.length).toBeGreaterThan(0);
    const another = await Curating.begin();
    const goes = another.hears('published');
    await another.submit('Publishing goes on elsewhere');
    await goes;
    await curating.lanesAreGivenBack();
    const posts = await curating.posts();
    const stopped = posts.filter(({ postId }) => proof.stopped.includes(postId)).map(({ text }) => text);
    const onX = curating.onX().map(({ written }) => written);
    expect(onX.filter((text) => stopped.includes(text))).toEqual([]);
    expect(onX).toHaveLength(12 - stopped.length);
    await curating.charity.succeed(releaseSwitch, { charityId }, asSureManager);
    await published;
    expect(curating.onX()).toHaveLength(12);
  });

  it('R6 the charity suspended: nothing more arrives at X, and what waited goes when that is over', async () => {
    const curating = await Curating.begin();
    const published = curating.hears('published', 9);
    curating.fault({ answerAfterMs: xDeadlineMs * 0.75 });
    for (let count = 0; count < 8; count += 1) await curating.submit(`Number ${count}`);
    await curating.stands('suspended', 2);
    await curating.submit('Handed over meanwhile');
    await curating.lanesAreGivenBack();
    const posts = await curating.posts();
    const waiting = posts.filter(({ status }) => 'waitingFor' in status && status.waitingFor === 'standing');
    expect(waiting.length).toBeGreaterThan(0);
    expect(curating.onX()).toHaveLength(posts.length - waiting.length);
    await curating.stands('active', 3);
    await published;
    expect(curating.onX()).toHaveLength(9);
  });

  it('P5 a curator who leaves and wants it gone: X deletes what is out', async () => {
    const curating = await Curating.begin();
    const published = curating.hears('published', 2);
    await curating.submit('One');
    await curating.submit('Two');
    await published;
    const deleted = curating.hears('deleted', 2);
    await curating.leaves();
    await deleted;
    expect(curating.onX().map(({ life }) => life.state)).toEqual(['deleted', 'deleted']);
  });

  it('R6 nothing arrives at X after the end of the window', async () => {
    const curating = await Curating.begin(2_500);
    const endsAt = Date.now() + 2_500;
    const missed = curating.hears('missed-window');
    curating.fault({ status: 429, retryAfterS: 3, resetInS: 3 });
    await curating.submit('Asked to wait beyond the end');
    await missed;
    expect(Date.now()).toBeGreaterThan(endsAt);
    expect(curating.onX()).toEqual([]);
  });
});
