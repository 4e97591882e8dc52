import {
  accept,
  type finishSurveyByLink,
  type InputOf,
  type ResultOf,
  refuse,
  type saveSurveyAnswerByLink,
  type viewSurveyByLink,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { GivenAnswers } from '../answering/given-answers.js';
import { SaveAnswer } from '../answering/save-answer.js';
import { SendOff } from '../answering/send-off.js';
import { opened } from '../answering/view-survey.js';
import { surveyByLink } from './survey-links.js';

/** Opening it changes nothing: mail scanners open links. */
@Injectable()
export class ViewSurveyByLink implements Handles<typeof viewSurveyByLink> {
  constructor(
    private readonly database: Database,
    private readonly given: GivenAnswers,
  ) {}

  async handle({ charityId, token, language }: InputOf<typeof viewSurveyByLink>) {
    return this.database.inCharity(charityId, async (tx) => {
      const survey = await surveyByLink(tx, token);
      return survey ? accept(await opened(tx, this.given, survey, language)) : refuse('linkOver');
    });
  }
}

@Injectable()
export class SaveSurveyAnswerByLink implements Handles<typeof saveSurveyAnswerByLink> {
  constructor(
    private readonly database: Database,
    private readonly answers: SaveAnswer,
  ) {}

  async handle(
    input: InputOf<typeof saveSurveyAnswerByLink>,
  ): Promise<ResultOf<typeof saveSurveyAnswerByLink>> {
    return this.database.inCharity(input.charityId, async (tx) => {
      const survey = await surveyByLink(tx, input.token, 'FOR UPDATE');
      return survey ? this.answers.save(tx, survey, input) : refuse('linkOver');
    });
  }
}

@Injectable()
export class FinishSurveyByLink implements Handles<typeof finishSurveyByLink> {
  constructor(
    private readonly database: Database,
    private readonly sendOff: SendOff,
  ) {}

  async handle({
    charityId,
    token,
  }: InputOf<typeof finishSurveyByLink>): Promise<ResultOf<typeof finishSurveyByLink>> {
    return this.database.inCharity(charityId, async (tx) => {
      const survey = await surveyByLink(tx, token, 'FOR UPDATE');
      return survey ? this.sendOff.send(tx, survey) : refuse('linkOver');
    });
  }
}
