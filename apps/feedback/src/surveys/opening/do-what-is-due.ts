import type { CharityId, CuratorId, SurveyId, TakeoverId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { doOneDue } from '../../due/do-one-due.js';
import type { WhatIsDue } from './due.js';
import { openSurvey } from './open-survey.js';

const restMs = 5_000;

interface Due {
  readonly charityId: CharityId;
  readonly aboutId: string;
  readonly what: WhatIsDue;
}

const claim = `
  DELETE FROM survey_due WHERE (charity_id, about_id, what) = (
    SELECT charity_id, about_id, what FROM survey_due WHERE due_at <= baton.now()
     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", about_id AS "aboutId", what`;
const putOff = `
  UPDATE survey_due SET due_at = baton.now() + interval '1 hour'
   WHERE charity_id = $1 AND about_id = $2 AND what = $3`;
const askedAlready = `
  SELECT curator_id AS "curatorId" FROM survey
   WHERE charity_id = $1 AND takeover_id = $2 AND wave = 'after'`;
const forget = `
  DELETE FROM survey_answer USING survey
   WHERE survey_answer.charity_id = $1 AND survey.charity_id = $1 AND survey.survey_id = $2
     AND survey_answer.survey_id = survey.survey_id AND survey.answered_at IS NULL`;

/**
 * Does what is due, by the database's clock, one thing a transaction: what was claimed and not done is due again. Any number of
 * replicas share it, and after an outage they catch up. What fails waits an hour, and others go before it.
 */
@Injectable()
@RunsInBackground()
export class DoWhatIsDue implements Worker {
  private readonly loop = new WorkLoop(
    async () => ((await this.doNext()) ? 0 : restMs),
    (error) => this.log.fault('surveys due', error),
  );

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Everything that is due now. */
  async doAll(): Promise<void> {
    while (await this.doNext());
  }

  private doNext(): Promise<boolean> {
    return doOneDue<Due>(this.database, {
      claim,
      work: (tx, { what, aboutId }) => effects[what](tx, aboutId),
      onFault: async ({ charityId, aboutId, what }, error) => {
        this.log.fault('surveys due', error, { charityId });
        await this.database.inCharity(charityId, (tx) => tx.query(putOff, [charityId, aboutId, what]));
      },
    });
  }
}

const effects: Record<WhatIsDue, (tx: Tx, aboutId: string) => Promise<void>> = {
  askOnceMore: (tx, takeoverId) => askOnceMore(tx, takeoverId as TakeoverId),
  forgetUnsent: (tx, surveyId) => forgetUnsent(tx, surveyId as SurveyId),
};

/** Whoever left meanwhile, or took back their consent, is not found here: what was due of them is forgotten with it. */
async function askOnceMore(tx: Tx, takeoverId: TakeoverId): Promise<void> {
  const [asked] = await tx.query<{ curatorId: CuratorId }>(askedAlready, [tx.charityId, takeoverId]);
  if (asked) await openSurvey(tx, { ...asked, takeoverId, wave: 'fourWeeks' });
}

/** What nobody sent off counts nowhere, so it is not kept either. */
async function forgetUnsent(tx: Tx, surveyId: SurveyId): Promise<void> {
  await tx.query(forget, [tx.charityId, surveyId]);
}
