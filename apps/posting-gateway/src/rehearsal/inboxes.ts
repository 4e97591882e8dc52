import {
  Envelope,
  listInbox,
  type MentionId,
  type PostId,
  setPolicy,
  submitPosts,
  type TakeoverId,
} from '@baton/contracts';
import { Bus } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import { PollMentions } from '../inbox/poll-mentions.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { type CharityWithSandbox, GatewayWithSandbox } from './gateway-with-sandbox.js';

const pollMs = 60_000;

/** Inboxes beside the sandbox, looked at when a test says so. */
export class Inboxes {
  private ahead = 0;

  private constructor(
    readonly gateway: GatewayWithSandbox,
    private readonly polling: PollMentions,
  ) {}

  static async open(
    config: Readonly<Record<string, string>> = {},
    wayToX?: (origin: string) => Promise<string>,
  ): Promise<Inboxes> {
    const settings = { MENTIONS_POLL_MS: String(pollMs), ...config };
    const gateway = await GatewayWithSandbox.start(settings, undefined, wayToX);
    const polling = gateway.service.app.get(PollMentions);
    await polling.stop();
    return new Inboxes(gateway, polling);
  }

  close(): Promise<void> {
    return this.gateway.stop();
  }

  onAir(): Promise<OnAir> {
    return OnAir.begin(this.gateway);
  }

  /** Time goes on, at least until the next look is due, and Baton looks. */
  async look(ms = pollMs + 1): Promise<void> {
    await this.pass(ms);
    await this.polling.round();
  }

  async pass(ms: number): Promise<void> {
    this.ahead += ms;
    await this.gateway.postgres.shiftClock(this.ahead);
  }
}

/** A curator on air, without seconds to undo. */
export class OnAir {
  private constructor(
    private readonly gateway: GatewayWithSandbox,
    readonly charity: CharityWithSandbox,
    readonly takeoverId: TakeoverId,
  ) {}

  static async begin(gateway: GatewayWithSandbox): Promise<OnAir> {
    const charity = await gateway.aCharity();
    await charity.connect();
    const takeoverId = await charity.schedule(-120_000, 4 * 3_600_000);
    const policy = { ...defaultPolicy, undoSeconds: 0 };
    await charity.succeed(setPolicy, { charityId: charity.charityId, policy }, charity.asSureTrustee);
    return new OnAir(gateway, charity, takeoverId);
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

  /** A follower does. */
  writes(text: string, inReplyTo?: string, username = 'follower') {
    const { control } = this.gateway.sandbox;
    const to = inReplyTo === undefined ? {} : { inReplyTo };
    return control.followerPosts({ username, text: `@${this.charity.handle} ${text}`, ...to });
  }

  /** Facts of this charity in the order they are stated from now on, until one of `last` is among them. */
  async factsUntil(last: string): Promise<Envelope[]> {
    const subject = `facts.posting-gateway.${this.charity.charityId}.>`;
    const heard = this.gateway.service.app.get(Bus).connection.subscribe(subject);
    const facts: Envelope[] = [];
    for await (const message of heard) {
      const fact = Envelope.parse(message.json());
      facts.push(fact);
      if (fact.type === last) break;
    }
    return facts;
  }

  /** Waits until it is known what has become of it. */
  async posts(text: string, becomes: 'published' | 'rejected', inReplyTo?: MentionId): Promise<PostId> {
    const heard = this.gateway.service.app
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
