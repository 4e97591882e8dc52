import { accept, type InputOf, type ResultOf, refuse, type viewPost } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import { findPostFor } from './find-post-for.js';
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
      const row = await findPostFor(tx, postId, call);
      if (!row) return refuse('notFound');
      const takeover = row.takeover_id && (await requireTakeover(tx, row.takeover_id));
      if (takeover && !mayLook(call, takeover)) return refuse('notYours');
      return accept(await presentPost(tx, this.vault, postId, call.caller));
    });
  }
}
