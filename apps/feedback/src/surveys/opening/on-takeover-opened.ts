import type { FactOf, takeoverOpened } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { remember } from './due.js';

const close = `
  UPDATE survey SET closes_at = greatest($3::timestamptz, opened_at)
   WHERE charity_id = $1 AND curator_id = $2 AND wave = 'before' AND answered_at IS NULL AND closes_at IS NULL
  RETURNING survey_id, closes_at`;

/** From here on, what somebody says is no longer how they were before. */
@Injectable()
export class OnTakeoverOpened implements Consumes<typeof takeoverOpened> {
  async handle({ data }: FactOf<typeof takeoverOpened>, tx: Tx): Promise<void> {
    const closing = [tx.charityId, data.curatorId, data.openedAt];
    const closed = await tx.query<{ survey_id: string; closes_at: Date }>(close, closing);
    for (const { survey_id: surveyId, closes_at: at } of closed)
      await remember(tx, 'forgetUnsent', surveyId, at.toISOString());
  }
}
