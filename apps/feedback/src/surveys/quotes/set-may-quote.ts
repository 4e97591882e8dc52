import { accept, type InputOf, type ResultOf, refuse, type setMayQuote } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { askedIn } from '../answering/asked-questions.js';
import { curatorOf } from '../answering/curator-of-call.js';
import { findOwnSurvey } from '../survey-row.js';

/** Another yes or no is a new one: what was shown under the old one is shown only after somebody has looked again. */
const write = `
  UPDATE survey_answer SET may_quote = $4, shown = shown AND may_quote AND $4
   WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3 AND words_sealed IS NOT NULL
  RETURNING may_quote`;

@Injectable()
export class SetMayQuote implements Handles<typeof setMayQuote> {
  constructor(private readonly database: Database) {}

  async handle(
    input: InputOf<typeof setMayQuote>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setMayQuote>> {
    const { charityId, surveyId, key, mayQuote } = input;
    return this.database.inCharity(charityId, async (tx) => {
      const survey = await findOwnSurvey(tx, { surveyId, curatorId: curatorOf(caller) }, 'FOR UPDATE');
      if (!survey) return refuse('notFound');
      const question = (await askedIn(tx, survey)).find((asked) => asked.key === key);
      if (!question?.mayBeQuoted) return refuse('notYourWords');
      const written = await tx.query(write, [charityId, surveyId, key, mayQuote]);
      return written.length > 0 ? accept({ mayQuote }) : refuse('notYourWords');
    });
  }
}
