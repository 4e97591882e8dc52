import type { curatorLeft, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { respondent } from '../respondent.js';
import { stopAsking } from './stop-asking.js';

/**
 * Their own words are made unreadable, what they told the charity is gone, and what they had not answered is not asked any
 * more. Scores stay, as figures.
 */
@Injectable()
export class OnCuratorLeft implements Consumes<typeof curatorLeft> {
  constructor(private readonly vault: Vault) {}

  async handle({ data }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    await this.vault.shred(tx, respondent(data.curatorId));
    await tx.query(
      `DELETE FROM survey_answer USING survey
        WHERE survey_answer.charity_id = $1 AND survey.charity_id = $1 AND survey.curator_id = $2
          AND survey_answer.survey_id = survey.survey_id AND (words_sealed IS NOT NULL OR question_key LIKE 'own-%')`,
      [tx.charityId, data.curatorId],
    );
    await tx.query('DELETE FROM survey_crisis WHERE charity_id = $1 AND curator_id = $2', [
      ...[tx.charityId, data.curatorId],
    ]);
    await stopAsking(tx, data.curatorId);
  }
}
