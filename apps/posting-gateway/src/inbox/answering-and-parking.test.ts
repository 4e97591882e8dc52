import {
  listInbox,
  listParked,
  type MentionId,
  type PostId,
  parkMention,
  seeToParked,
  setPolicy,
  submitPosts,
  type TakeoverId,
  unparkMention,
  viewMention,
} from '@baton/contracts';
import { Bus } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { PollMentions } from './poll-mentions.js';

const pollMs = 60_000;
let gateway: GatewayWithSandbox;
let polling: PollMentions;
let ahead = 0;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start({ MENTIONS_POLL_MS: String(pollMs) });
  polling = gateway.service.app.get(PollMentions);
  await polling.stop();
});
afterAll(() => gateway.stop());

async function look(): Promise<void> {
  ahead += pollMs + 1;
  await gateway.postgres.shiftClock(ahead);
  await polling.round();
}

/** A curator on air, without seconds to undo. */
class OnAir {
  private constructor(
    readonly charity: CharityWithSandbox,
    readonly takeoverId: TakeoverId,
  ) {}

  static async begin(): Promise<OnAir> {
    const charity = await gateway.aCharity();
    await charity.connect();
    const takeoverId = await charity.schedule(-120_000, 4 * 3_600_000);
    const policy = { ...defaultPolicy, undoSeconds: 0 };
    await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
    return new OnAir(charity, takeoverId);
  }

  get place() {
    return { charityId: this.charity.charityId, takeoverId: this.takeoverId };
  }

  inbox(caller = this.charity.asCurator) {
    return this.charity.succeed(listInbox, this.place, caller);
  }

  /** The one message in the inbox. */
  async onlyOne() {
    const { mentions } = await this.inbox();
    const [mention] = mentions;
    if (!mention || mentions.length > 1) throw new Error(`${mentions.length} messages`);
    return mention;
  }

  writes(text: string, inReplyTo?: string) {
    const { control } = gateway.sandbox;
    const to = inReplyTo === undefined ? {} : { inReplyTo };
    return control.followerPosts({ username: 'follower', text: `@${this.charity.handle} ${text}`, ...to });
  }

  /** Waits until it is known what has become of it. */
  async posts(text: string, becomes: 'published' | 'rejected', inReplyTo?: MentionId): Promise<PostId> {
    const heard = gateway.service.app
      .get(Bus)
      .connection.subscribe(`facts.posting-gateway.${this.charity.charityId}.post.${becomes}.v1`, { max: 1 });
    const posts = [{ postId: newId<PostId>(), text }];
    const { posts: taken } = await this.charity.succeed(
      submitPosts,
      { ...this.place, posts, inReplyTo },
      this.charity.asCurator,
    );
    for await (const _ of heard);
    const [post] = taken;
    if (!post) throw new Error('no post');
    return post.postId;
  }
}

describe('a message in the inbox', () => {
  it('tells which post it answers, and the one its conversation began with', async () => {
    const air = await OnAir.begin();
    const postId = await air.posts('What helps you sleep?', 'published');
    const [ours] = gateway.sandbox.control.posts(air.charity.handle);
    if (!ours) throw new Error('nothing is out');
    const first = air.writes('A cool room', ours.id);
    air.writes('And no telephone', first.id);
    air.writes('Good morning');
    await look();
    const { mentions } = await air.inbox();
    const threads = Object.fromEntries(
      mentions.map(({ text, inReplyTo }) => [text.split(' ').at(-1), inReplyTo]),
    );
    expect(threads).toEqual({ room: postId, telephone: postId, morning: null });
  });

  it('cannot be answered once X has refused an answer, and the next is refused before it is sent', async () => {
    const air = await OnAir.begin();
    const theirs = air.writes('Hello?');
    await look();
    const { mentionId, ...before } = await air.onlyOne();
    expect(before).toMatchObject({ canReply: true, whyNot: null });
    gateway.sandbox.control.deletePost(theirs.id);
    await air.posts('Hello to you', 'rejected', mentionId);
    expect(await air.onlyOne()).toMatchObject({
      canReply: false,
      whyNot: expect.stringContaining('it may be gone'),
    });
    const again = { ...air.place, posts: [{ postId: newId<PostId>(), text: 'Again' }], inReplyTo: mentionId };
    expect(await air.charity.call(submitPosts, again, air.charity.asCurator)).toMatchObject({
      refusal: { code: 'cannotReply' },
    });
  });
});

describe('a parked message', () => {
  it('is gone from the inbox with one step, waits for the team with its words, and ends when they have seen to it', async () => {
    const air = await OnAir.begin();
    const { asCurator, asManager, charityId } = air.charity;
    const theirs = air.writes('Do you have a leaflet?');
    await look();
    const { mentionId } = await air.onlyOne();
    await air.charity.succeed(
      parkMention,
      { ...air.place, mentionId, note: 'For the office, please' },
      asCurator,
    );
    expect(await air.inbox()).toMatchObject({ mentions: [], parked: 1 });
    const { parked, waiting } = await air.charity.succeed(listParked, { charityId }, asManager);
    expect({ waiting, parked }).toMatchObject({
      waiting: 1,
      parked: [
        {
          ...{ mentionId, from: 'follower', note: 'For the office, please' },
          text: expect.stringContaining('a leaflet?'),
          url: expect.stringContaining(theirs.id),
        },
      ],
    });
    const seen = await air.charity.succeed(seeToParked, { charityId, mentionId }, asManager);
    expect(await air.charity.succeed(seeToParked, { charityId, mentionId }, asManager)).toEqual(seen);
    expect(await air.charity.succeed(listParked, { charityId }, asManager)).toMatchObject({ waiting: 0 });
    expect(await air.charity.call(unparkMention, { ...air.place, mentionId }, asCurator)).toMatchObject({
      refusal: { code: 'seenToAlready' },
    });
  });

  it('comes back to its curator, with nothing left for the team', async () => {
    const air = await OnAir.begin();
    const { asCurator, asManager, charityId } = air.charity;
    air.writes('Do you have a leaflet?');
    await look();
    const { mentionId } = await air.onlyOne();
    await air.charity.succeed(parkMention, { ...air.place, mentionId }, asCurator);
    await air.charity.succeed(unparkMention, { ...air.place, mentionId }, asCurator);
    expect(await air.onlyOne()).toMatchObject({ mentionId });
    expect(await air.charity.call(seeToParked, { charityId, mentionId }, asManager)).toMatchObject({
      refusal: { code: 'notParked' },
    });
    expect(await air.charity.succeed(viewMention, { ...air.place, mentionId }, asCurator)).toMatchObject({
      why: null,
    });
  });
});

describe('a message in an inbox of the past', () => {
  it('tells before anything is typed that the takeover is over', async () => {
    const air = await OnAir.begin();
    air.writes('Hello?');
    await look();
    ahead += 5 * 3_600_000;
    await gateway.postgres.shiftClock(ahead);
    expect(await air.onlyOne()).toMatchObject({
      canReply: false,
      whyNot: 'Your takeover is over. You can leave this to the team.',
    });
  });
});
