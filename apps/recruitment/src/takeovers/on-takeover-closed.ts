import type { FactOf, takeoverClosed, WhyClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { causeOf } from '../mail-queue/cause.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { noteClosed } from '../part/curated-takeovers.js';
import { heardClosed } from './heard-takeovers.js';

const askedAgainAfterDays = 90;

/** What its curator is told of a takeover that gave way; nothing where they have another, or are gone. */
const saidOf: Partial<Record<WhyClosed, 'takeoverOff' | 'takeoverGivenUp'>> = {
  cancelledByCurator: 'takeoverGivenUp',
  unwell: 'takeoverGivenUp',
  cancelledByTeam: 'takeoverOff',
  rotaMoved: 'takeoverOff',
};

/** The account is the charity’s again, and whoever had it belongs to the alumni and is thanked. A season later they may be asked once more. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, closedAt, opened = true, because } = data;
    const window = await heardClosed(tx, takeoverId);
    const application = await findByCurator(tx, curatorId, 'FOR UPDATE');
    await noteClosed(tx, takeoverId, closedAt);
    if (!application) return;
    const { applicationId } = application;
    const letter = because && saidOf[because];
    // Whoever was in the middle of it is thanked below.
    if (letter && window && !opened)
      await this.mail.queue(tx, {
        applicationId,
        letter,
        cause: causeOf('takeover', takeoverId),
        fields: window,
      });
    // A window that nobody opened was nobody’s weekend.
    if (!opened) return;
    const cause = causeOf('takeover', takeoverId);
    if (application.state === 'live') await moveApplication(tx, application, 'alumni', { by: 'scheduling' });
    // Who took back their consent meanwhile is not asked to be glad of it; who said “not now” as it opened had it all the same.
    if (application.state === 'live' || application.state === 'later')
      await this.mail.queue(tx, { applicationId, letter: 'thankYou', cause });
    await this.mail.queue(tx, {
      applicationId,
      letter: 'comeAgain',
      cause,
      dueInSeconds: askedAgainAfterDays * 86_400,
    });
  }
}
