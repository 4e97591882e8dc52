import type { FactOf, takeoverClosed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';

/** The account is the charity’s again, and whoever had it belongs to the alumni. */
@Injectable()
export class OnTakeoverClosed implements Consumes<typeof takeoverClosed> {
  async handle({ data }: FactOf<typeof takeoverClosed>, tx: Tx): Promise<void> {
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    if (application?.state === 'live') await moveApplication(tx, application, 'alumni', { by: 'scheduling' });
  }
}
