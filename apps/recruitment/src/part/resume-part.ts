import { accept, type InputOf, type ResultOf, refuse, type resumePart } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { PairUp } from '../buddies/pair-up.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { curatorOf } from '../me/curator-of.js';
import { ReachReady } from '../preparation/reach-ready.js';
import { turnAtPeople } from '../turns/turn-at-people.js';

/** Somebody is back. Who never paused is where they were. */
@Injectable()
export class ResumePart implements Handles<typeof resumePart> {
  constructor(
    private readonly database: Database,
    private readonly ready: ReachReady,
    private readonly mail: QueueMail,
    private readonly buddies: PairUp,
  ) {}

  async handle(
    { charityId }: InputOf<typeof resumePart>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof resumePart>> {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const curator = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!curator) return refuse('notFound');
      if (curator.state !== 'later') return accept({ state: curator.state });
      await this.mail.drop(tx, curator.applicationId, ['welcomeBack', 'partPaused']);
      const { state } = await this.ready.comeBack(tx, curator, caller);
      await this.buddies.pairUp(tx);
      await noteInAudit(tx, { by: caller, action: 'part.resumed', about: curator.curatorId });
      return accept({ state });
    });
  }
}
