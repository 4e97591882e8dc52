import type { FactOf, surveyAnswered, surveyAnsweredV1 } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

/** Whoever has answered is asked no more. */
@Injectable()
export class OnSurveyAnswered implements Consumes<typeof surveyAnswered | typeof surveyAnsweredV1> {
  constructor(private readonly mail: QueueMail) {}

  handle({ data }: FactOf<typeof surveyAnswered | typeof surveyAnsweredV1>, tx: Tx): Promise<void> {
    return this.mail.dropBecauseOf(tx, causeOf('survey', data.surveyId));
  }
}
