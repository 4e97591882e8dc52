import { setTimeout as pause } from 'node:timers/promises';
import { CharityId, type CuratorId, type SurveyId, type TakeoverId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import type { WhatIsDue } from './due.js';
import { openSurvey } from './open-survey.js';

const restMs = 5_000;

interface Due {
  readonly charity_id: string;
  readonly about_id: string;
  readonly what: WhatIsDue;
}

const claim = `
  DELETE FROM survey_due WHERE (charity_id, about_id, what) = (
    SELECT charity_id, about_id, what FROM survey_due WHERE due_at <= baton.now()
     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id, about_id, what`;
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
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Everything that is due now. */
  async doAll(): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.doNext()));
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.doAll().catch((error: unknown) => this.log.fault('surveys due', error));
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async doNext(): Promise<boolean> {
    let due: Due | undefined;
    try {
      return await this.database.asWorker(async (tx) => {
        [due] = await tx.query<Due>(claim);
        if (!due) return false;
        await effects[due.what](await tx.enterCharity(CharityId.parse(due.charity_id)), due.about_id);
        return true;
      });
    } catch (error) {
      if (!due) throw error;
      this.log.fault('surveys due', error);
      await this.putOff(due);
      return true;
    }
  }

  private putOff({ charity_id: charityId, about_id: aboutId, what }: Due): Promise<unknown> {
    return this.database.asWorker((tx) => tx.query(putOff, [charityId, aboutId, what]));
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
