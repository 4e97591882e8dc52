import { accept, type InputOf, type listSurveys, type OutputOf, type SurveyId } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type SurveyRow, surveyColumns, surveyOf } from '../survey-row.js';
import { askedInMany } from './asked-questions.js';
import { curatorOf } from './curator-of-call.js';

interface WordsRow {
  readonly surveyId: SurveyId;
  readonly key: string;
  readonly mayQuote: boolean;
  readonly wave: SurveyRow['wave'];
  readonly questions_version: number;
}

const surveysOf = `
  SELECT ${surveyColumns} FROM survey WHERE charity_id = $1 AND curator_id = $2 ORDER BY opened_at DESC`;
const wordsOf = `
  SELECT survey_id AS "surveyId", question_key AS key, may_quote AS "mayQuote", wave, questions_version
    FROM survey_answer JOIN survey USING (charity_id, survey_id)
   WHERE charity_id = $1 AND curator_id = $2 AND answered_at IS NOT NULL AND words_sealed IS NOT NULL
   ORDER BY opened_at DESC, question_key`;

@Injectable()
export class ListSurveys implements Handles<typeof listSurveys> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listSurveys>, { caller }: CallContext) {
    const whose = [charityId, curatorOf(caller)];
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<SurveyRow>(surveysOf, whose);
      const words = await tx.query<WordsRow>(wordsOf, whose);
      return accept({ surveys: rows.map(surveyOf), words: await withQuestions(tx, words) });
    });
  }
}

async function withQuestions(
  tx: Tx,
  rows: readonly WordsRow[],
): Promise<OutputOf<typeof listSurveys>['words']> {
  const asked = askedInMany(tx);
  const words = [];
  for (const row of rows) {
    const question = (await asked(row)).find(({ key }) => key === row.key);
    const { surveyId, key, mayQuote } = row;
    if (question?.mayBeQuoted) words.push({ surveyId, key, question: question.words, mayQuote });
  }
  return words;
}
