import { accept, type InputOf, type ResultOf, refuse, type showQuote } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../../audit/note-in-audit.js';

type Input = InputOf<typeof showQuote>;

const find = `
  SELECT shown, may_quote AND tone = 'plain' AND NOT tells_who AND takeover_id IS NOT NULL AS "isQuotable"
    FROM survey_answer JOIN survey USING (charity_id, survey_id)
   WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3 AND words_sealed IS NOT NULL
     AND answered_at IS NOT NULL
     FOR UPDATE OF survey_answer`;
const write = `
  UPDATE survey_answer SET shown = $4 WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3`;

/** Checks find telephone numbers, not people: what goes to the public a person has read first. */
@Injectable()
export class ShowQuote implements Handles<typeof showQuote> {
  constructor(private readonly database: Database) {}

  async handle(input: Input, { caller }: CallContext): Promise<ResultOf<typeof showQuote>> {
    const { charityId, surveyId, key, shown } = input;
    return this.database.inCharity(charityId, async (tx) => {
      const found = await this.find(tx, input);
      if (!found) return refuse('notFound');
      if (shown && !found.isQuotable) return refuse('notQuotable');
      if (shown === found.shown) return accept({ shown });
      await tx.query(write, [charityId, surveyId, key, shown]);
      const details = { key, shown };
      await noteInAudit(tx, { by: caller, action: 'survey.quote-judged', about: surveyId, details });
      return accept({ shown });
    });
  }

  private async find(tx: Tx, { charityId, surveyId, key }: Input) {
    const [found] = await tx.query<{ shown: boolean; isQuotable: boolean }>(find, [charityId, surveyId, key]);
    return found;
  }
}
