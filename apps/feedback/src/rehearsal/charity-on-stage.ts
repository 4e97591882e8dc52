import {
  type Caller,
  type CharityId,
  type CuratorId,
  charityRegistered,
  type Envelope,
  type MemberId,
  type OutputOf,
  type operations,
  type RequestOf,
  type TakeoverId,
  takeoverClosed,
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

/** A charity with a manager, and what its curators do after a takeover. */
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

  closes(
    { curatorId }: CuratorOnStage,
    { takeoverId = newId<TakeoverId>(), opened = true } = {},
  ): Promise<Envelope> {
    const data = { takeoverId, curatorId, closedAt: '2026-11-30T09:00:00.000Z', opened };
    return this.stage.hears(takeoverClosed, this.charityId, { subject: takeoverId, revision: 3, data });
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
