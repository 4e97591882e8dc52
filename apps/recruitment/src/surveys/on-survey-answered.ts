import type { FactOf, surveyAnswered, surveyAnsweredV1 } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { heardOver } from './heard-surveys.js';

/** Whoever has answered is asked no more, also where it is heard only afterwards that they were asked. */
@Injectable()
export class OnSurveyAnswered implements Consumes<typeof surveyAnswered | typeof surveyAnsweredV1> {
  constructor(private readonly mail: QueueMail) {}

  async handle(
    { data, time }: FactOf<typeof surveyAnswered | typeof surveyAnsweredV1>,
    tx: Tx,
  ): Promise<void> {
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    if (application) await heardOver(tx, data, time);
    await this.mail.dropBecauseOf(tx, causeOf('survey', data.surveyId));
  }
}
