import { type FactOf, type SurveyId, surveyOpened, type takeoverClosed } from '@baton/contracts';
import { appendFacts, type Consumes, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';

/** A takeover ended: its curator is asked how it was, once. Where an outage swallowed the weekend, nobody is asked. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  async handle(fact: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, opened: everOpened = true } = fact.data;
    if (!everOpened) return;
    const surveyId = newId<SurveyId>();
    const opened = await tx.query<{ survey_id: string }>(
      `INSERT INTO survey (charity_id, survey_id, takeover_id, curator_id, wave) VALUES ($1, $2, $3, $4, 'after')
       ON CONFLICT ON CONSTRAINT survey_once DO NOTHING RETURNING survey_id`,
      [tx.charityId, surveyId, takeoverId, curatorId],
    );
    if (opened.length === 0) return;
    const data = { surveyId, takeoverId, curatorId, wave: 'after' as const };
    await appendFacts(
      tx,
      newFact(surveyOpened, { subject: surveyId, revision: 1, data, causationId: fact.id }),
    );
  }
}
