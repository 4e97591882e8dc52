import { accept, type handUpPost, type InputOf, postHandedUp, type ResultOf, refuse } from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { factHead } from '../posts/post-facts.js';
import { lockPost } from '../posts/post-row.js';
import { claimOf, endClaim, isAnothers, memberOf, refuseClaimed } from './claims.js';
import { endHandedUp, handedUpOf, mayTakeBack, putHandedUp } from './handed-up.js';
import { refuseNotHeld } from './no-longer-held.js';
import { eraseProposals } from './proposals.js';
import { sayOver } from './team-waits.js';

/** A second opinion, or a manager's: who is not sure need not decide alone. It frees their claim; the same again changes nothing. */
@Injectable()
export class HandUpPost implements Handles<typeof handUpPost> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, postId, to }: InputOf<typeof handUpPost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof handUpPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (!row) return refuse('notFound');
      if (row.state !== 'held') return refuseNotHeld(row);
      const claim = await claimOf(tx, postId);
      if (isAnothers(claim, caller)) return refuseClaimed(claim);
      const before = await handedUpOf(tx, postId);
      if (before && !mayTakeBack(before, caller)) return refuse('notYourAsking');
      if (to === 'nobody') {
        await endHandedUp(tx, postId);
        if (before) await sayOver(tx, { what: 'handedUp', id: postId });
      } else if (before?.to !== to) {
        await putHandedUp(tx, { postId, to, by: memberOf(caller) });
        await endClaim(tx, postId);
        // A suggestion is a yes given beforehand, and who asks for another's opinion has not said yes.
        await eraseProposals(tx, [postId]);
        await appendFacts(tx, newFact(postHandedUp, { ...factHead(row), data: { postId, to } }));
        await noteInAudit(tx, { by: caller, action: 'post.handed-up', about: postId, details: { to } });
      }
      return accept({ postId, to });
    });
  }
}
