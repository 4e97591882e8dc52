import { accept, type InputOf, type ResultOf, refuse, type releaseClaim } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { claimOf, endClaim, isTheirs } from './claims.js';

/** Somebody stops looking at a held post. A claim of somebody else stays. */
@Injectable()
export class ReleaseClaim implements Handles<typeof releaseClaim> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, postId }: InputOf<typeof releaseClaim>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof releaseClaim>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await lockPost(tx, postId))) return refuse('notFound');
      const claim = await claimOf(tx, postId);
      if (claim && isTheirs(claim, caller)) await endClaim(tx, postId);
      return accept({ postId });
    });
  }
}
