import { isDeepStrictEqual } from 'node:util';
import {
  accept,
  feedbackAudited,
  type InputOf,
  type ResultOf,
  refuse,
  type setSurveyQuestions,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { newestQuestionsOf } from './own-questions-row.js';
import { shownIn } from './view-survey-questions.js';

const insert = `
  INSERT INTO own_questions (charity_id, wave, version, questions) VALUES ($1, $2, $3, $4) RETURNING set_at AS "setAt"`;

/** The same questions again are the same version. Two who change them at once take turns, and the second is told. */
@Injectable()
export class SetSurveyQuestions implements Handles<typeof setSurveyQuestions> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, wave, basedOn, own }: InputOf<typeof setSurveyQuestions>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setSurveyQuestions>> {
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `questions ${charityId} ${wave}`,
      ]);
      const newest = await newestQuestionsOf(tx, wave);
      if (isDeepStrictEqual(newest.own, own)) return accept(shownIn(wave, newest));
      if (newest.version !== basedOn) return refuse('changedMeanwhile');
      const version = newest.version + 1;
      const values = [charityId, wave, version, JSON.stringify(own)];
      const [row] = await tx.query<{ setAt: Date }>(insert, values);
      const at = row?.setAt ?? new Date();
      const note = { by: caller, action: 'survey.questions-set', at, details: { wave, version } } as const;
      await appendFacts(tx, newAuditFact(feedbackAudited, note));
      return accept(shownIn(wave, { version, setAt: at.toISOString(), own }));
    });
  }
}
