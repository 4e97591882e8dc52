import { accept, type Caller, type InputOf, type listReviewQueue, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { PostRow } from '../posts/post-row.js';
import { presentPosts } from '../posts/present-posts.js';
import { type Claim, claimsNow, isTheirs } from './claims.js';
import { unknownChoices } from './unknown-choices.js';

/** What waits for a person, oldest first. */
@Injectable()
export class ListReviewQueue implements Handles<typeof listReviewQueue> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId }: InputOf<typeof listReviewQueue>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listReviewQueue>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<PostRow>(
        `SELECT post.* FROM post LEFT JOIN deletion USING (charity_id, post_id)
          WHERE state IN ('held', 'unknown') OR (state = 'published' AND refused_since IS NOT NULL)
          ORDER BY sequence`,
      );
      const posts = await presentPosts(tx, this.vault, rows);
      const claims = new Map((await claimsNow(tx)).map((claim) => [claim.postId, claim]));
      return accept({
        held: posts
          .filter(({ status }) => status.state === 'held')
          .map((post) => ({ ...post, claim: claimToShow(claims.get(post.postId), caller) })),
        choices: [...unknownChoices],
        unknown: posts.filter(({ status }) => status.state === 'unknown'),
        toDeleteByHand: posts.filter(({ status }) => status.state === 'published'),
      });
    });
  }
}

const claimToShow = (claim: Claim | undefined, caller: Caller) =>
  claim ? { until: claim.until.toISOString(), isYours: isTheirs(claim, caller) } : null;
