import { askedOnceMoreAfterDays, type FactOf, type takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { remember } from './due.js';
import { openSurvey } from './open-survey.js';

/**
 * A takeover ended: its curator is asked how it was, and once more four weeks later. Where an outage swallowed the weekend
 * nobody is asked, nor is who left, took back their consent or said “not now” in the middle of it. Who had the account taken
 * back from them is asked like everybody else: without the bad weekends the figures would be too good.
 */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const { takeoverId, curatorId, closedAt, opened: everOpened = true, because } = data;
    if (!everOpened || because === 'curatorGone') return;
    await openSurvey(tx, { curatorId, takeoverId, wave: 'after' });
    await remember(tx, 'askOnceMore', takeoverId, closedAt, askedOnceMoreAfterDays);
  }
}
