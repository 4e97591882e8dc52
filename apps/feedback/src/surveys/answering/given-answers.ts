import type { GivenAnswer, SurveyQuestion } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { respondent } from '../respondent.js';
import type { SurveyRow } from '../survey-row.js';
import type { WhatWordsAre } from './look-at-words.js';

interface AnswerRow {
  readonly key: string;
  readonly choice: string | null;
  readonly sealed: Buffer | null;
  readonly mayQuote: boolean;
}

export type Answer = Omit<GivenAnswer, 'mayQuote'> & { readonly mayQuote: boolean };

const select = `
  SELECT question_key AS key, choice, words_sealed AS sealed, may_quote AS "mayQuote" FROM survey_answer
   WHERE charity_id = $1 AND survey_id = $2 ORDER BY question_key`;
const put = `
  INSERT INTO survey_answer (charity_id, survey_id, question_key, choice, words_sealed, may_quote, tone, tells_who)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (charity_id, survey_id, question_key) DO UPDATE
    SET choice = EXCLUDED.choice, words_sealed = EXCLUDED.words_sealed, may_quote = EXCLUDED.may_quote,
        tone = EXCLUDED.tone, tells_who = EXCLUDED.tells_who, saved_at = baton.now()`;
const remove = `
  DELETE FROM survey_answer WHERE charity_id = $1 AND survey_id = $2 AND question_key = $3`;

/** What was answered in a survey. Somebody's own words are sealed under their key; a choice is one of a list. */
@Injectable()
export class GivenAnswers {
  constructor(private readonly vault: Vault) {}

  async of(tx: Tx, survey: Pick<SurveyRow, 'survey_id' | 'curator_id'>): Promise<Answer[]> {
    const rows = await tx.query<AnswerRow>(select, [tx.charityId, survey.survey_id]);
    const owner = respondent(survey.curator_id);
    const sealed = rows.flatMap(({ sealed }) => (sealed ? [{ owner, sealed }] : []));
    const opened = await this.vault.openAll(tx, 'words', sealed);
    return rows.map(({ key, choice, mayQuote }) => ({
      key,
      answer: choice ?? opened.shift() ?? '',
      mayQuote,
    }));
  }

  async keep(
    tx: Tx,
    survey: SurveyRow,
    question: SurveyQuestion,
    answer: Answer,
    words: WhatWordsAre,
  ): Promise<void> {
    const isText = question.kind === 'text';
    const sealed = isText
      ? await this.vault.seal(tx, respondent(survey.curator_id), 'words', answer.answer)
      : null;
    await tx.query(put, [
      ...[tx.charityId, survey.survey_id, question.key, isText ? null : answer.answer, sealed],
      ...[answer.mayQuote, words.tone, words.tellsWho],
    ]);
  }

  async skip(tx: Tx, survey: SurveyRow, key: string): Promise<void> {
    await tx.query(remove, [tx.charityId, survey.survey_id, key]);
  }
}
