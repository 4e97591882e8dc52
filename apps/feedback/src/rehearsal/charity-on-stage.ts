import {
  type Caller,
  type CharityId,
  type CuratorId,
  charityRegistered,
  consentWithdrawn,
  curatorReady,
  type DataOf,
  type Envelope,
  type IdentityLevel,
  type MemberId,
  type OutputOf,
  type operations,
  type RequestOf,
  type SlotId,
  surveyLinkMailed,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Stage } from './stage.js';

type Operations = typeof operations.feedback;
export type Survey = OutputOf<Operations['list-surveys']>['surveys'][number];
type Answers = Omit<RequestOf<Operations['answer-survey']>, 'charityId' | 'surveyId'>;

export interface CuratorOnStage {
  readonly curatorId: CuratorId;
  readonly caller: Caller;
}

export const goodAnswers: Answers = {
  loneliness: {
    companionship: 'someOfTheTime',
    leftOut: 'hardlyEverOrNever',
    isolated: 'often',
    direct: 'occasionally',
  },
  experience: 5,
  words: 'For once nobody asked whether I had tried yoga.',
};

/** A charity with a manager, and what its curators do before and after a takeover. */
export class CharityOnStage {
  readonly manager: Caller;

  constructor(
    private readonly stage: Stage,
    readonly charityId: CharityId,
  ) {
    this.manager = { kind: 'staff', charityId, memberId: newId<MemberId>(), role: 'manager' };
  }

  async register(zone: string): Promise<void> {
    const data = { name: 'Shine MS', slug: 'shine-ms', zone };
    await this.stage.hears(charityRegistered, this.charityId, { subject: this.charityId, revision: 1, data });
  }

  aCurator(curatorId = newId<CuratorId>()): CuratorOnStage {
    return { curatorId, caller: { kind: 'curator', charityId: this.charityId, curatorId } };
  }

  becomesReady({ curatorId }: CuratorOnStage, revision = 1): Promise<Envelope> {
    const data = { curatorId, penName: 'Robin', identityLevel: 'penName', agreementVersion: 1 } as const;
    return this.stage.hears(curatorReady, this.charityId, { subject: curatorId, revision, data });
  }

  books(
    { curatorId }: CuratorOnStage,
    takeoverId = newId<TakeoverId>(),
    identityLevel: IdentityLevel = 'penName',
  ): Promise<Envelope> {
    const data = {
      ...{
        takeoverId,
        slotId: newId<SlotId>(),
        curatorId,
        penName: 'Robin',
        identityLevel,
      },
      ...{ opensAt: '2026-11-27T17:30:00.000Z', closesAt: '2026-11-30T09:00:00.000Z' },
    };
    return this.stage.hears(takeoverScheduled, this.charityId, { subject: takeoverId, revision: 1, data });
  }

  async opens({ curatorId }: CuratorOnStage, takeoverId = newId<TakeoverId>()): Promise<TakeoverId> {
    const data = { takeoverId, curatorId, openedAt: await this.stage.now() };
    await this.stage.hears(takeoverOpened, this.charityId, { subject: takeoverId, revision: 2, data });
    return takeoverId;
  }

  async closes(
    { curatorId }: CuratorOnStage,
    {
      takeoverId = newId<TakeoverId>(),
      ...how
    }: { takeoverId?: TakeoverId } & Partial<DataOf<typeof takeoverClosed>> = {},
  ): Promise<Envelope> {
    const data = { takeoverId, curatorId, closedAt: await this.stage.now(), ...how };
    return this.stage.hears(takeoverClosed, this.charityId, { subject: takeoverId, revision: 3, data });
  }

  takesBack(
    { curatorId }: CuratorOnStage,
    channel: DataOf<typeof consentWithdrawn>['channel'],
    revision = 1,
  ): Promise<Envelope> {
    const data = { curatorId, channel, pastPosts: 'keep' as const };
    return this.stage.hears(consentWithdrawn, this.charityId, { subject: curatorId, revision, data });
  }

  isMailed({ curatorId }: CuratorOnStage, { surveyId }: Survey, tokenHash: string): Promise<Envelope> {
    const data = { surveyId, curatorId, tokenHash };
    return this.stage.hears(surveyLinkMailed, this.charityId, { subject: surveyId, revision: 1, data });
  }

  async surveysOf({ caller }: CuratorOnStage): Promise<Survey[]> {
    return accepted(await this.stage.call('list-surveys', { charityId: this.charityId }, caller)).surveys;
  }

  /** A curator whose takeover is over, and the survey about it. */
  async anAskedCurator(curator = this.aCurator()) {
    await this.closes(curator);
    const [survey] = await this.surveysOf(curator);
    if (!survey) throw new Error('nothing was asked');
    return { curator, survey };
  }

  view({ surveyId }: Survey, { caller }: CuratorOnStage, language: 'en' | 'cy' = 'en') {
    return this.stage.call('view-survey', { charityId: this.charityId, surveyId, language }, caller);
  }

  save(
    { surveyId }: Survey,
    { caller }: CuratorOnStage,
    key: string,
    answer: string | null,
    mayQuote = false,
  ) {
    const input = { charityId: this.charityId, surveyId, key, answer, mayQuote };
    return this.stage.call('save-survey-answer', input, caller);
  }

  finish({ surveyId }: Survey, { caller }: CuratorOnStage) {
    return this.stage.call('finish-survey', { charityId: this.charityId, surveyId }, caller);
  }

  answer(survey: Survey, { caller }: CuratorOnStage, answers: Partial<Answers> = {}) {
    const input = { charityId: this.charityId, surveyId: survey.surveyId, ...goodAnswers, ...answers };
    return this.stage.call('answer-survey', input, caller);
  }

  facts(): Promise<Envelope[]> {
    return this.stage.factsOf(this.charityId);
  }

  openFeed(feed: string, caller = this.manager) {
    return this.stage.call('open-analyst-feed', { charityId: this.charityId, feed }, caller);
  }
}

export const accepted = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: unknown },
): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
