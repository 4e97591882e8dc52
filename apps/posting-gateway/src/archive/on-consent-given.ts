import type { consentGiven, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteArchiveGiven } from './archive-consent.js';
import { lookAtTakeoversOf } from './archive-due.js';

/** Of what curators say yes to, this service asks here only whether their weekends may stay on the charity's public page. */
@Injectable()
export class OnConsentGiven implements Consumes<typeof consentGiven> {
  async handle({ data }: FactOf<typeof consentGiven>, tx: Tx): Promise<void> {
    if (data.channel !== 'archive') return;
    await noteArchiveGiven(tx, data);
    await lookAtTakeoversOf(tx, data.curatorId);
  }
}
