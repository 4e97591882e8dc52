import { accept, type InputOf, type ResultOf, refuse, type viewPost } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { curatorOf, mayLook } from '../takeovers/curator-of.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import { findPost } from './post-row.js';
import { presentPost } from './present-posts.js';

/** One post with its story. */
@Injectable()
export class ViewPost implements Handles<typeof viewPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof viewPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof viewPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await findPost(tx, postId);
      if (!row) return refuse('notFound');
      // Of the charity's own posts a curator is told nothing, not even that they are there.
      if (row.takeover_id === null) {
        if (curatorOf(call)) return refuse('notFound');
      } else if (!mayLook(call, await requireTakeover(tx, row.takeover_id))) return refuse('notYours');
      return accept(await presentPost(tx, this.vault, postId));
    });
  }
}
