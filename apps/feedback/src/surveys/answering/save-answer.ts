import {
  accept,
  type CuratorId,
  feedbackCrisisNoticed,
  type OutputOf,
  type ResultOf,
  refuse,
  type SurveyQuestion,
  type saveSurveyAnswer,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOf } from '../../charity/zone-of.js';
import { crisisNoticed } from '../crises.js';
import type { SurveyRow } from '../survey-row.js';
import { askedIn } from './asked-questions.js';
import { problemWith } from './decide-answer.js';
import { type Answer, GivenAnswers } from './given-answers.js';
import { lookAtWords, type WhatWordsAre } from './look-at-words.js';

type Saved = OutputOf<typeof saveSurveyAnswer>;

export interface AnswerToSave {
  readonly key: string;
  /** Null: skipped. */
  readonly answer: string | null;
  readonly mayQuote: boolean;
}

const plain: WhatWordsAre = { tone: 'plain', tellsWho: false };
const raise = `
  UPDATE survey SET alarms = alarms + 1 WHERE charity_id = $1 AND survey_id = $2 RETURNING alarms`;

/**
 * Keeps one answer of a survey whose row is locked. Words of a crisis reach a person at once, though nothing has been sent off:
 * somebody who closes the page now may not come back. The same words again call nobody again.
 */
@Injectable()
export class SaveAnswer {
  constructor(private readonly given: GivenAnswers) {}

  async save(tx: Tx, survey: SurveyRow, typed: AnswerToSave): Promise<ResultOf<typeof saveSurveyAnswer>> {
    const decided = problemWith(survey.state, await askedIn(tx, survey), typed);
    if ('problem' in decided) return refuse(decided.problem);
    return accept(await this.put(tx, survey, decided.question, typed));
  }

  private async put(
    tx: Tx,
    survey: SurveyRow,
    question: SurveyQuestion,
    typed: AnswerToSave,
  ): Promise<Saved> {
    const { key, answer } = typed;
    if (answer === null) {
      await this.given.skip(tx, survey, key);
      return { given: null, needsHelp: false };
    }
    const given = { key, answer, mayQuote: typed.mayQuote && question.mayBeQuoted };
    const words = question.kind === 'text' ? lookAtWords(answer, await zoneOf(tx)) : plain;
    if (words.tone === 'crisis') await this.callSomebody(tx, survey, given);
    await this.given.keep(tx, survey, question, given, words);
    return { given, needsHelp: words.tone === 'crisis' };
  }

  private async callSomebody(tx: Tx, survey: SurveyRow, { key, answer }: Answer): Promise<void> {
    const before = (await this.given.of(tx, survey)).find((earlier) => earlier.key === key);
    if (before?.answer === answer) return;
    await crisisNoticed(tx, survey, key);
    const [row] = await tx.query<{ alarms: number }>(raise, [tx.charityId, survey.survey_id]);
    const curatorId: CuratorId = survey.curator_id;
    const data = { where: 'survey' as const, takeoverId: survey.takeover_id, curatorId };
    const revision = row?.alarms ?? 1;
    await appendFacts(tx, newFact(feedbackCrisisNoticed, { subject: survey.survey_id, revision, data }));
  }
}
