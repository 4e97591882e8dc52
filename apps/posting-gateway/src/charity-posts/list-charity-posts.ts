import { accept, type InputOf, type listCharityPosts, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { PostRow } from '../posts/post-row.js';
import { presentPosts } from '../posts/present-posts.js';

const most = 200;

/** The charity's own posts: first those that are on their way, then the latest of those that have come to an end. */
@Injectable()
export class ListCharityPosts implements Handles<typeof listCharityPosts> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId }: InputOf<typeof listCharityPosts>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listCharityPosts>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<PostRow>(
        `SELECT * FROM post WHERE charity_id = $1 AND kind = 'own'
          ORDER BY state IN ('held', 'queued', 'attempting', 'unknown') DESC, sequence DESC LIMIT $2`,
        [charityId, most],
      );
      return accept({ posts: await presentPosts(tx, this.vault, rows, caller) });
    });
  }
}
