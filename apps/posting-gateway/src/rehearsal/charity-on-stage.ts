import {
  type AccountId,
  type Caller,
  type CharityId,
  type CharityStanding,
  type ConsentChannel,
  type CuratorId,
  charityRegistered,
  charityStandingChanged,
  consentWithdrawn,
  curatorLeft,
  curatorReady,
  type DataOf,
  Envelope,
  type EventDeclaration,
  editPost,
  type FactOf,
  type InputOf,
  type listReviewQueue,
  type MemberId,
  type OutputOf,
  type PastPosts,
  type Policy,
  type Post,
  type PostId,
  type RequestOf,
  Retention,
  type releaseSwitch,
  resumeThread,
  retentionSet,
  type StaffRole,
  sampleEnvelope,
  type setSwitch,
  submitPosts,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
  takeoverScheduled,
  type UnknownVerdict,
} from '@baton/contracts';
import type { CallContext, Consumes } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import type { Type } from '@nestjs/common';
import { OnConsentWithdrawn } from '../consent/on-consent-withdrawn.js';
import { OnCuratorLeft } from '../consent/on-curator-left.js';
import { OnCuratorReady } from '../consent/on-curator-ready.js';
import { AskDeletion } from '../deleting/ask-deletion.js';
import { ReleaseSwitch } from '../kill-switch/release-switch.js';
import { SetSwitch } from '../kill-switch/set-switch.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { SetPolicy } from '../policy/set-policy.js';
import { EditPost } from '../posts/edit-post.js';
import { ListPosts } from '../posts/list-posts.js';
import { ResumeThread } from '../posts/resume-thread.js';
import { SubmitPosts } from '../posts/submit-posts.js';
import { WithdrawPost } from '../posts/withdraw-post.js';
import { OnRetentionSet } from '../retention/on-retention-set.js';
import { DecidePost } from '../review/decide-post.js';
import { ListReviewQueue } from '../review/list-review-queue.js';
import { ResolveUnknown } from '../review/resolve-unknown.js';
import { OnStandingChanged } from '../standing/on-standing-changed.js';
import { OnCharityRegistered } from '../takeovers/on-charity-registered.js';
import { OnTakeoverClosed } from '../takeovers/on-takeover-closed.js';
import { OnTakeoverOpened } from '../takeovers/on-takeover-opened.js';
import { OnTakeoverScheduled } from '../takeovers/on-takeover-scheduled.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import type { PretendAccount } from './pretend-x.js';
import type { Stage } from './stage.js';

type ThrownMode = InputOf<typeof setSwitch>['mode'];

/** How long a takeover on stage goes on. */
export const windowMs = 3_600_000;

/** A charity, its account on X, and a curator whose takeover is open. */
export class CharityOnStage<Account = PretendAccount> {
  readonly accountId = newId<AccountId>();
  readonly takeoverId = newId<TakeoverId>();
  readonly curatorId = newId<CuratorId>();
  readonly account: Account;
  private standingRevision = 1;

  constructor(
    private readonly stage: Stage<Account>,
    readonly charityId: CharityId,
  ) {
    this.account = stage.accountOnX(this.accountId);
  }

  /** Long enough ago, where nothing else is said, that nothing waits for an introduction any more. */
  async begin({ opensInMs = -openingHeardWithinMs, closesInMs = windowMs } = {}): Promise<void> {
    const { charityId } = this;
    await this.hear(OnCharityRegistered, charityRegistered, {
      name: 'Shine',
      slug: 'shine',
      zone: 'Europe/London',
    });
    await this.stage.connect(charityId, this.accountId);
    const policy = { ...defaultPolicy, undoSeconds: 0, introduction: 'Meet {name}', signOff: 'Goodbye' };
    await this.setPolicy(policy);
    const now = (await this.stage.now()).getTime();
    await this.hear(OnTakeoverScheduled, takeoverScheduled, {
      ...{
        takeoverId: this.takeoverId,
        curatorId: this.curatorId,
        penName: 'Robin',
        identityLevel: 'penName',
      },
      slotId: takeoverScheduled.samples[0].slotId as DataOf<typeof takeoverScheduled>['slotId'],
      opensAt: new Date(now + opensInMs).toISOString(),
      closesAt: new Date(now + closesInMs).toISOString(),
    });
  }

  async open(): Promise<void> {
    const openedAt = (await this.stage.now()).toISOString();
    const { takeoverId, curatorId } = this;
    await this.hear(OnTakeoverOpened, takeoverOpened, { takeoverId, curatorId, openedAt });
  }

  async close(): Promise<void> {
    const closedAt = (await this.stage.now()).toISOString();
    const { takeoverId, curatorId } = this;
    await this.hear(OnTakeoverClosed, takeoverClosed, { takeoverId, curatorId, closedAt });
  }

  /** The operator changes where the charity stands. */
  async stands(standing: CharityStanding, revision = this.standingRevision + 1): Promise<void> {
    this.standingRevision = revision;
    await this.hear(OnStandingChanged, charityStandingChanged, { standing }, revision);
  }

  /** The curator takes back their consent to post. */
  withdrawsConsent(pastPosts: PastPosts, channel: ConsentChannel = 'posting'): Promise<void> {
    const { curatorId } = this;
    return this.hear(OnConsentWithdrawn, consentWithdrawn, { curatorId, channel, pastPosts });
  }

  leaves(pastPosts: PastPosts): Promise<void> {
    return this.hear(OnCuratorLeft, curatorLeft, { curatorId: this.curatorId, pastPosts });
  }

  keepsThingsFor(days: number, revision = 1): Promise<void> {
    const data = { ...Retention.parse({}), mentions: days, draftsAndPictures: days };
    return this.hear(OnRetentionSet, retentionSet, data, revision);
  }

  acceptsAgain(): Promise<void> {
    const [sample] = curatorReady.samples;
    return this.hear(OnCuratorReady, curatorReady, { ...sample, curatorId: this.curatorId });
  }

  /** Hands over texts, as a thread where there are several; the ids in order. */
  async submit(...texts: string[]): Promise<PostId[]> {
    const answer = await this.trySubmit(texts);
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value.posts.map((post) => post.postId);
  }

  trySubmit(texts: readonly string[], ids = texts.map(() => newId<PostId>()), caller = this.asCurator()) {
    const posts = texts.map((text, index) => ({ text, postId: ids[index] ?? newId<PostId>() }));
    return this.hand({ posts }, caller);
  }

  /** Hands over posts in whatever way the contract allows. */
  hand(
    submission: Omit<RequestOf<typeof submitPosts>, 'charityId' | 'takeoverId'>,
    caller = this.asCurator(),
  ) {
    const { charityId, takeoverId } = this;
    const input = submitPosts.input.parse({ charityId, takeoverId, ...submission });
    return this.stage.app.get(SubmitPosts).handle(input, caller);
  }

  /** Changes a post that waits: the text, and whatever else is named. */
  edit(
    postId: PostId,
    text: string,
    more: Partial<RequestOf<typeof editPost>> = {},
    caller = this.asCurator(),
  ) {
    const { charityId } = this;
    const input = editPost.input.parse({ charityId, postId, text, basedOn: 0, ...more });
    return this.stage.app.get(EditPost).handle(input, caller);
  }

  /** Goes on with a thread from the part that failed. */
  resume(postId: PostId, more: Partial<RequestOf<typeof resumeThread>> = {}, caller = this.asCurator()) {
    const { charityId } = this;
    const input = resumeThread.input.parse({ charityId, postId, basedOn: 0, ...more });
    return this.stage.app.get(ResumeThread).handle(input, caller);
  }

  async posts(): Promise<Post[]> {
    const { charityId, takeoverId } = this;
    const answer = await this.stage.app.get(ListPosts).handle({ charityId, takeoverId }, this.asCurator());
    return answer.ok ? answer.value.posts : [];
  }

  async states(): Promise<string[]> {
    return (await this.posts()).map(({ status }) => status.state);
  }

  async story(postId: PostId): Promise<string[]> {
    const post = (await this.posts()).find((candidate) => candidate.postId === postId);
    return post?.timeline.map(({ what }) => what) ?? [];
  }

  /** Changes what the charity decides about posts, meant as it is said. */
  setPolicy(policy: Partial<Policy>) {
    const { charityId } = this;
    return this.stage.app.get(SetPolicy).handle({ charityId, policy, sure: true }, this.asManager());
  }

  async setSwitch(mode: ThrownMode, reason = ''): Promise<OutputOf<typeof setSwitch>> {
    const { charityId } = this;
    const answer = await this.stage.app.get(SetSwitch).handle({ charityId, mode, reason }, this.asManager());
    if (!answer.ok) throw new Error('the switch was refused');
    return answer.value;
  }

  trySwitch(mode: ThrownMode) {
    const { charityId } = this;
    return this.stage.app.get(SetSwitch).handle({ charityId, mode, reason: '' }, this.asManager());
  }

  release(
    to: InputOf<typeof releaseSwitch>['to'] = 'off',
    held: InputOf<typeof releaseSwitch>['held'] = 'review',
  ) {
    const { charityId } = this;
    return this.stage.app.get(ReleaseSwitch).handle({ charityId, to, held, reason: '' }, this.asManager());
  }

  /** A moderator decides, about the post as it is now or as they saw it before. */
  async decide(
    postId: PostId,
    verdict: 'approve' | 'decline',
    reason = '',
    seen?: Post,
    call = this.asManager(),
  ) {
    const edition = (seen ?? (await this.posts()).find((post) => post.postId === postId))?.edition ?? 0;
    return this.stage.app
      .get(DecidePost)
      .handle({ charityId: this.charityId, postId, verdict, reason, edition }, call);
  }

  /** Its author, or the team, wants a post gone. */
  deletes(postId: PostId, by: 'author' | 'team' = 'author') {
    const caller = by === 'author' ? this.asCurator() : this.asManager();
    return this.stage.app.get(AskDeletion).handle({ charityId: this.charityId, postId }, caller);
  }

  resolve(postId: PostId, verdict: UnknownVerdict, xPost?: string) {
    return this.stage.app
      .get(ResolveUnknown)
      .handle({ charityId: this.charityId, postId, verdict, xPost }, this.asManager());
  }

  async queue(call = this.asManager()): Promise<OutputOf<typeof listReviewQueue>> {
    const answer = await this.stage.app.get(ListReviewQueue).handle({ charityId: this.charityId }, call);
    if (!answer.ok) throw new Error('the queue was refused');
    return answer.value;
  }

  withdraw(postId: PostId) {
    return this.stage.app.get(WithdrawPost).handle({ charityId: this.charityId, postId }, this.asCurator());
  }

  /** The facts stated, by type, in order. */
  async facts(): Promise<Envelope[]> {
    const rows = await this.stage.database.inCharity(this.charityId, (tx) =>
      tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id'),
    );
    return rows.map((row) => Envelope.parse(JSON.parse(row.envelope)));
  }

  asManager(): CallContext {
    return this.asStaff('manager');
  }

  asModerator(): CallContext {
    return this.asStaff('moderator');
  }

  private asStaff(role: StaffRole): CallContext {
    return this.as({ kind: 'staff', charityId: this.charityId, memberId: newId<MemberId>(), role });
  }

  asCurator(curatorId = this.curatorId): CallContext {
    return this.as({ kind: 'curator', charityId: this.charityId, curatorId });
  }

  private as(caller: Caller): CallContext {
    return { caller, deadline: new Date(Date.now() + 5_000) };
  }

  private hear<E extends EventDeclaration>(
    consumer: Type<Consumes<E>>,
    event: E,
    data: DataOf<E>,
    revision = 1,
  ): Promise<void> {
    const fact = { ...sampleEnvelope(event), charityid: this.charityId, revision, data } as FactOf<E>;
    return this.stage.database.inCharity(this.charityId, (tx) =>
      this.stage.app.get(consumer).handle(fact, tx),
    );
  }
}
