import type { FactOf, Reminder, takeoverReminderDue } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { causeOf } from '../mail-queue/cause.js';
import type { LetterName } from '../mail-queue/letters.js';
import { QueueMail } from '../mail-queue/queue-mail.js';

const letters: Readonly<Record<Reminder, LetterName>> = {
  fourteenDays: 'weekendInTwoWeeks',
  twoDays: 'weekendInTwoDays',
  oneHour: 'weekendInAnHour',
  opening: 'weekendHasBegun',
  ending: 'weekendEndsSoon',
};

/** When it is time is scheduling’s business; that it goes once a window, and not after its reason is gone, is ours. */
@Injectable()
export class OnReminderDue implements Consumes<typeof takeoverReminderDue> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof takeoverReminderDue>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, reminder, opensAt, closesAt, until, zone } = data;
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    if (!application) return;
    await this.mail.queue(tx, {
      applicationId: application.applicationId,
      letter: letters[reminder],
      // An end that has moved is another one to be reminded of.
      cause: causeOf('takeover', takeoverId, reminder === 'ending' ? closesAt : opensAt),
      fields: { opensAt, closesAt, until, ...(zone && { zone }) },
    });
  }
}
