import type { FactOf, feedbackCrisisNoticed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from '../on-call/call-team.js';

@Injectable()
export class OnFeedbackCrisisNoticed implements Consumes<typeof feedbackCrisisNoticed> {
  constructor(private readonly team: CallTeam) {}

  handle({ id, data }: FactOf<typeof feedbackCrisisNoticed>, tx: Tx): Promise<void> {
    return this.team.call(tx, { reason: 'crisis', cause: id, details: { answered: data.where } });
  }
}
