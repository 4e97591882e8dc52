import { accept, type claimPost, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { claimOf, isAnothers, memberOf, putClaim, refuseClaimed } from './claims.js';
import { refuseNotHeld } from './no-longer-held.js';

/** Somebody looks at a held post. Of two who begin at once the post's lock lets one be first. */
@Injectable()
export class ClaimPost implements Handles<typeof claimPost> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, postId }: InputOf<typeof claimPost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof claimPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (!row) return refuse('notFound');
      if (row.state !== 'held') return refuseNotHeld(row);
      const claim = await claimOf(tx, postId);
      if (isAnothers(claim, caller)) return refuseClaimed(claim);
      const until = await putClaim(tx, postId, memberOf(caller));
      return accept({ until: until.toISOString() });
    });
  }
}
