import { accept, type deletePost, type InputOf, isRefusal, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { findPostFor } from '../posts/find-post-for.js';
import { lockPost, type PostRow } from '../posts/post-row.js';
import { presentPost } from '../posts/present-posts.js';
import { curatorOf } from '../takeovers/curator-of.js';
import { decideDeletion } from './decide-deletion.js';
import { isPartOfThread } from './is-part-of-thread.js';
import { queueDeletion } from './queue-deletions.js';

/** Somebody wants one post gone. X is asked next, before whatever else is to be deleted. Again: the same answer. */
@Injectable()
export class AskDeletion implements Handles<typeof deletePost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof deletePost>,
    call: CallContext,
  ): Promise<ResultOf<typeof deletePost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findPostFor(tx, postId, call);
      if (!found) return refuse('notFound');
      const row = (await lockPost(tx, postId)) ?? found;
      const curatorId = curatorOf(call);
      const isOwn = row.curator_id !== null && row.curator_id === curatorId;
      const decided = decideDeletion({ state: row.state, isOwn, asksForTheTeam: !curatorId });
      if (isRefusal(decided)) return decided;
      if (decided.value === 'ask') await ask(tx, row, call);
      return accept(await presentPost(tx, this.vault, postId, call.caller));
    });
  }
}

async function ask(tx: Tx, row: PostRow, call: CallContext): Promise<void> {
  const isAuthor = curatorOf(call) !== undefined;
  const isNew = await queueDeletion(tx, row, {
    by: isAuthor ? 'author' : 'team',
    isPart: await isPartOfThread(tx, row),
  });
  if (isNew && !isAuthor) {
    await noteInAudit(tx, { by: call.caller, action: 'post.deletion-asked', about: row.post_id });
  }
}
