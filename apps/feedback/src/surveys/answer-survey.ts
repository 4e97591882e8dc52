import {
  accept,
  type answerSurvey,
  type InputOf,
  type ResultOf,
  refuse,
  surveyAnswered,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { experienceFact } from '../analyst/experience-fact.js';
import { curatorOf } from './curator-of-call.js';
import { respondent } from './respondent.js';
import { findSurvey, type SurveyRow, surveyColumns, surveyOf } from './survey-row.js';

type Answers = InputOf<typeof answerSurvey>;

/** Answers a survey once. The same answers again are the same answer; others are refused, and nothing is overwritten. */
@Injectable()
export class AnswerSurvey implements Handles<typeof answerSurvey> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle(input: Answers, { caller }: CallContext): Promise<ResultOf<typeof answerSurvey>> {
    const key = { ...input, curatorId: curatorOf(caller) };
    const fingerprint = await this.vault.fingerprint(input.charityId, 'survey answer', contentOf(input));
    return this.database.inCharity(input.charityId, async (tx) => {
      const survey = await findSurvey(tx, key, 'FOR UPDATE');
      if (!survey) return refuse('notFound');
      if (survey.answer_fingerprint) {
        return survey.answer_fingerprint.equals(fingerprint)
          ? accept(surveyOf(survey))
          : refuse('alreadyAnswered');
      }
      const answered = await this.write(tx, survey, input, fingerprint);
      await this.tell(tx, answered, input);
      return accept(surveyOf(answered));
    });
  }

  private async write(tx: Tx, survey: SurveyRow, input: Answers, fingerprint: Buffer): Promise<SurveyRow> {
    const { companionship, leftOut, isolated, direct } = input.loneliness;
    const sealed = input.words
      ? await this.vault.seal(tx, respondent(survey.curator_id), 'words', input.words)
      : null;
    const [row] = await tx.query<SurveyRow>(
      `UPDATE survey SET answered_at = baton.now(), answer_fingerprint = $3, companionship = $4, left_out = $5,
              isolated = $6, direct = $7, experience = $8, words_sealed = $9
        WHERE charity_id = $1 AND survey_id = $2 RETURNING ${surveyColumns}`,
      [
        tx.charityId,
        survey.survey_id,
        fingerprint,
        companionship,
        leftOut,
        isolated,
        direct,
        input.experience,
        sealed,
      ],
    );
    if (!row) throw new Error('a locked survey was not updated');
    return row;
  }

  private async tell(tx: Tx, survey: SurveyRow, input: Answers): Promise<void> {
    const { surveyId, takeoverId, wave } = surveyOf(survey);
    const data = { surveyId, takeoverId, curatorId: survey.curator_id, wave };
    await appendFacts(
      tx,
      newFact(surveyAnswered, { subject: surveyId, revision: 2, data }),
      await experienceFact(tx, this.vault, survey, input),
    );
  }
}

/** Bound to the survey, so that equal answers of two people do not look equal. */
const contentOf = ({ surveyId, loneliness, experience, words }: Answers): string =>
  JSON.stringify([
    surveyId,
    loneliness.companionship,
    loneliness.leftOut,
    loneliness.isolated,
    loneliness.direct,
    experience,
    words,
  ]);
