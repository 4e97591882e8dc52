import {
  accept,
  type CuratorId,
  type InputOf,
  type ResultOf,
  type readSurveyWords,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../../audit/note-in-audit.js';
import { crisisSeen } from '../crises.js';
import { respondent } from '../respondent.js';

const find = `
  SELECT curator_id AS "curatorId", words_sealed AS sealed
    FROM survey_answer JOIN survey USING (charity_id, survey_id)
   WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3 AND words_sealed IS NOT NULL
     AND (answered_at IS NOT NULL OR tone = 'crisis')`;

/** One answer at a time, for whoever has asked for it; whose eyes it cost is in the audit. Words of a crisis that are gone by now are
 * empty, and with that they have been seen. */
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
      const which = [charityId, surveyId, key];
      const [found] = await tx.query<{ curatorId: CuratorId; sealed: Buffer }>(find, which);
      const crisis = await crisisSeen(tx, surveyId, key);
      if (!found && !crisis) return refuse('notFound');
      await noteInAudit(tx, { by: caller, action: 'survey.words-read', about: surveyId });
      if (!found) return accept({ words: '' });
      const { curatorId, sealed } = found;
      return accept({ words: await this.vault.open(tx, respondent(curatorId), 'words', sealed) });
    });
  }
}
