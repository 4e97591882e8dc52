import {
  accept,
  type CuratorId,
  feedbackAudited,
  type InputOf,
  type ResultOf,
  type readSurveyWords,
  refuse,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { respondent } from '../respondent.js';

const find = `
  SELECT curator_id AS "curatorId", words_sealed AS sealed, baton.now() AS now
    FROM survey_answer JOIN survey USING (charity_id, survey_id)
   WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3 AND words_sealed IS NOT NULL
     AND (answered_at IS NOT NULL OR tone = 'crisis')`;

/** One answer at a time, for whoever has asked for it; whose eyes it cost is in the audit. */
@Injectable()
export class ReadSurveyWords implements Handles<typeof readSurveyWords> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle(
    { charityId, surveyId, key }: InputOf<typeof readSurveyWords>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof readSurveyWords>> {
    return this.database.inCharity(charityId, async (tx) => {
      const [found] = await tx.query<{ curatorId: CuratorId; sealed: Buffer; now: Date }>(find, [
        ...[charityId, surveyId, key],
      ]);
      if (!found) return refuse('notFound');
      const words = await this.vault.open(tx, respondent(found.curatorId), 'words', found.sealed);
      const note = { by: caller, action: 'survey.words-read', about: surveyId, at: found.now } as const;
      await appendFacts(tx, newAuditFact(feedbackAudited, note));
      return accept({ words });
    });
  }
}
