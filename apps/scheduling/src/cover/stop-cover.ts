import {
  accept,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  type stopCover,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { lockSlot } from '../slots/lock-slot.js';
import { stopAsking } from './stop-asking.js';

/** The slot is free then, or the charity’s. */
@Injectable()
export class StopCover implements Handles<typeof stopCover> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, slotId }: InputOf<typeof stopCover>,
    { caller: by }: CallContext,
  ): Promise<ResultOf<typeof stopCover>> {
    return this.database.inCharity(charityId, async (tx) => {
      const slot = await lockSlot(tx, slotId);
      if (!slot) return refuse('notFound');
      if (!(await stopAsking(tx, slotId))) return accept({ slotId, stopped: false });
      const note = { by, action: 'cover.stopped', about: slotId, at: slot.now } as const;
      await appendFacts(tx, newAuditFact(schedulingAudited, note));
      return accept({ slotId, stopped: true });
    });
  }
}
