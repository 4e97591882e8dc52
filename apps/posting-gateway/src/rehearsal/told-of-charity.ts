import {
  type AccountId,
  type Caller,
  type CharityId,
  type CharityStanding,
  type ConsentChannel,
  type CuratorId,
  charityRegistered,
  charityStandingChanged,
  consentGiven,
  consentWithdrawn,
  curatorLeft,
  curatorReady,
  type DataOf,
  Envelope,
  type EventDeclaration,
  type FactOf,
  type IdentityLevel,
  type MemberId,
  type PastPosts,
  type Policy,
  Retention,
  retentionSet,
  type StaffRole,
  sampleEnvelope,
  type TakeoverId,
  takeoverClosed,
  takeoverMoved,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import type { CallContext, Consumes } from '@baton/messaging';
import { newId } from '@baton/service-kit';
import type { Type } from '@nestjs/common';
import { OnConsentGiven } from '../archive/on-consent-given.js';
import { OnConsentWithdrawn } from '../consent/on-consent-withdrawn.js';
import { OnCuratorLeft } from '../consent/on-curator-left.js';
import { OnCuratorReady } from '../consent/on-curator-ready.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { SetPolicy } from '../policy/set-policy.js';
import { OnRetentionSet } from '../retention/on-retention-set.js';
import { OnStandingChanged } from '../standing/on-standing-changed.js';
import { OnCharityRegistered } from '../takeovers/on-charity-registered.js';
import { OnTakeoverClosed } from '../takeovers/on-takeover-closed.js';
import { OnTakeoverMoved } from '../takeovers/on-takeover-moved.js';
import { OnTakeoverOpened } from '../takeovers/on-takeover-opened.js';
import { OnTakeoverScheduled } from '../takeovers/on-takeover-scheduled.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import type { PretendAccount } from './pretend-x.js';
import type { Stage } from './stage.js';

/** How long a takeover on stage goes on. */
export const windowMs = 3_600_000;

/** A charity, its account on X and a curator with a takeover, and what the other services tell of them. */
export class ToldOfCharity<Account = PretendAccount> {
  readonly accountId = newId<AccountId>();
  readonly takeoverId = newId<TakeoverId>();
  readonly curatorId = newId<CuratorId>();
  readonly account: Account;
  private standingRevision = 1;

  constructor(
    protected readonly stage: Stage<Account>,
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

  /** The curator has chosen to be known by another name. */
  async goesBy(penName: string): Promise<void> {
    await this.stage.database.inCharity(this.charityId, (tx) =>
      tx.query('UPDATE takeover SET pen_name = $2 WHERE takeover_id = $1', [this.takeoverId, penName]),
    );
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

  /** The rota says that the window is another one. */
  async isMoved(window: { readonly opensAt: number; readonly closesAt: number }): Promise<void> {
    const { takeoverId, curatorId } = this;
    const opensAt = new Date(window.opensAt).toISOString();
    const closesAt = new Date(window.closesAt).toISOString();
    const data = { takeoverId, curatorId, opensAt, closesAt, because: 'extended' as const };
    await this.hear(OnTakeoverMoved, takeoverMoved, data);
  }

  /** The operator changes where the charity stands. */
  async stands(standing: CharityStanding, revision = this.standingRevision + 1): Promise<void> {
    this.standingRevision = revision;
    await this.hear(OnStandingChanged, charityStandingChanged, { standing }, revision);
  }

  /** The curator takes back their consent to post. */
  withdrawsConsent(pastPosts: PastPosts, channel: ConsentChannel = 'posting', number = 1): Promise<void> {
    const { curatorId } = this;
    return this.hear(OnConsentWithdrawn, consentWithdrawn, { curatorId, channel, pastPosts }, number);
  }

  /** The curator says yes to a channel, having withdrawn something so many times before. */
  givesConsent(
    channel: ConsentChannel,
    {
      withdrawalsBefore = 0,
      until = null,
      identityLevel = 'penName',
    }: Partial<DataOf<typeof consentGiven>> = {},
  ): Promise<void> {
    const data = { curatorId: this.curatorId, channel, identityLevel, until, withdrawalsBefore };
    return this.hear(OnConsentGiven, consentGiven, data);
  }

  leaves(pastPosts: PastPosts): Promise<void> {
    return this.hear(OnCuratorLeft, curatorLeft, { curatorId: this.curatorId, pastPosts });
  }

  keepsThingsFor(days: number, revision = 1): Promise<void> {
    const data = { ...Retention.parse({}), mentions: days, draftsAndPictures: days };
    return this.hear(OnRetentionSet, retentionSet, data, revision);
  }

  /** The curator accepts the agreement anew, perhaps with another wish of what to show of themselves. */
  acceptsAgain(identityLevel: IdentityLevel = 'anonymous'): Promise<void> {
    const [sample] = curatorReady.samples;
    return this.hear(OnCuratorReady, curatorReady, { ...sample, identityLevel, curatorId: this.curatorId });
  }

  /** Changes what the charity decides about posts, meant as it is said. */
  setPolicy(policy: Partial<Policy>) {
    const { charityId } = this;
    return this.stage.app.get(SetPolicy).handle({ charityId, policy, sure: true }, this.asManager());
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
