import type { FactOf, takeoverOpened } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { noteOpened } from '../part/curated-takeovers.js';
import { heardBegun } from '../surveys/heard-surveys.js';
import { heardOpened } from './heard-takeovers.js';

/** The account is in a curator’s hands. */
@Injectable()
export class OnTakeoverOpened implements Consumes<typeof takeoverOpened> {
  async handle({ data }: FactOf<typeof takeoverOpened>, tx: Tx): Promise<void> {
    await heardOpened(tx, data.takeoverId);
    const application = await findByCurator(tx, data.curatorId, 'FOR UPDATE');
    if (!application) return;
    await heardBegun(tx, data.curatorId, data.openedAt);
    await noteOpened(tx, data.curatorId, data);
    if (application.state === 'ready' || application.state === 'alumni')
      await moveApplication(tx, application, 'live', { by: 'scheduling' });
  }
}
