import { isDeepStrictEqual } from 'node:util';
import { accept, type answerSurvey, type InputOf, isRefusal, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findOwnSurvey, type SurveyRow, surveyOf } from '../survey-row.js';
import { curatorOf } from './curator-of-call.js';
import { type Answer, GivenAnswers } from './given-answers.js';
import { SaveAnswer } from './save-answer.js';
import { SendOff } from './send-off.js';

/**
 * Answers a survey all at once, and once: the same answers again are the same answer; others are refused, and nothing is
 * overwritten. What was saved before and is not in it is skipped.
 */
@Injectable()
export class AnswerSurvey implements Handles<typeof answerSurvey> {
  constructor(
    private readonly database: Database,
    private readonly given: GivenAnswers,
    private readonly answers: SaveAnswer,
    private readonly sendOff: SendOff,
  ) {}

  async handle(
    input: InputOf<typeof answerSurvey>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof answerSurvey>> {
    const key = { ...input, curatorId: curatorOf(caller) };
    return this.database.inCharity(input.charityId, async (tx) => {
      const survey = await findOwnSurvey(tx, key, 'FOR UPDATE');
      if (!survey) return refuse('notFound');
      const answers = answersIn(input);
      const given = await this.given.of(tx, survey);
      if (survey.state !== 'answered') return this.take(tx, survey, answers, given);
      return isDeepStrictEqual(inOrder(given), inOrder(answers))
        ? accept(surveyOf(survey))
        : refuse('alreadyAnswered');
    });
  }

  private async take(
    tx: Tx,
    survey: SurveyRow,
    answers: readonly Answer[],
    given: readonly Answer[],
  ): Promise<ResultOf<typeof answerSurvey>> {
    for (const { key } of given)
      if (!answers.some((answer) => answer.key === key)) await this.answers.save(tx, survey, skipped(key));
    for (const answer of answers) {
      const saved = await this.answers.save(tx, survey, answer);
      if (isRefusal(saved)) return saved;
    }
    const sent = await this.sendOff.send(tx, survey);
    return isRefusal(sent) ? sent : accept(sent.value.survey);
  }
}

const skipped = (key: string) => ({ key, answer: null, mayQuote: false });
const inOrder = (answers: readonly Answer[]) => answers.toSorted((a, b) => (a.key < b.key ? -1 : 1));

function answersIn({ loneliness, experience, words, mayQuote, own }: InputOf<typeof answerSurvey>): Answer[] {
  const chosen = { ...loneliness, experience: experience === null ? null : String(experience) };
  const choices = Object.entries(chosen).flatMap(([key, answer]) =>
    answer === null ? [] : [{ key, answer, mayQuote: false }],
  );
  return [...choices, ...(words === '' ? [] : [{ key: 'words', answer: words, mayQuote }]), ...own];
}
