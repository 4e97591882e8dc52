import type { FactOf, surveyLinkMailed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** A link to a survey that is gone meanwhile opens nothing, and nor does one to somebody else’s. */
@Injectable()
export class OnSurveyLinkMailed implements Consumes<typeof surveyLinkMailed> {
  async handle({ data }: FactOf<typeof surveyLinkMailed>, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO survey_link (charity_id, token_hash, survey_id)
       SELECT charity_id, $3, survey_id FROM survey
        WHERE charity_id = $1 AND survey_id = $2 AND curator_id = $4
       ON CONFLICT DO NOTHING`,
      [tx.charityId, data.surveyId, Buffer.from(data.tokenHash, 'hex'), data.curatorId],
    );
  }
}
