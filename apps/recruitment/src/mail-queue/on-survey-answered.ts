import type { FactOf, surveyAnswered } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { causeOf } from './cause.js';
import { QueueMail } from './queue-mail.js';

/** Whoever has answered is asked no more. */
@Injectable()
export class OnSurveyAnswered implements Consumes<typeof surveyAnswered> {
  constructor(private readonly mail: QueueMail) {}

  handle({ data }: FactOf<typeof surveyAnswered>, tx: Tx): Promise<void> {
    return this.mail.dropBecauseOf(tx, causeOf('survey', data.surveyId));
  }
}
