import {
  accept,
  type deleteLastPosts,
  type InputOf,
  type OutputOf,
  type PostId,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { isPartOfThread } from '../deleting/is-part-of-thread.js';
import { queueDeletion, removalsOf } from '../deleting/queue-deletions.js';
import type { PostRow } from '../posts/post-row.js';
import { urlOfPost } from '../x/url-of-post.js';

type Asked = OutputOf<typeof deleteLastPosts>;

/**
 * Has X delete what a moderator saw and confirmed: all of the posts named, or none where one of them is not the charity’s.
 * What is not known to be out is named in the answer, not refused: the rest must go at once.
 */
@Injectable()
export class DeleteLastPosts implements Handles<typeof deleteLastPosts> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, postIds }: InputOf<typeof deleteLastPosts>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof deleteLastPosts>> {
    return this.database.inCharity(charityId, async (tx) => {
      const wanted = [...new Set(postIds)];
      const rows = await tx.query<PostRow>(
        'SELECT * FROM post WHERE charity_id = $1 AND post_id = ANY($2) ORDER BY sequence DESC FOR UPDATE',
        [charityId, wanted],
      );
      if (rows.length < wanted.length) return refuse('notFound');
      const published = rows.filter(({ state }) => state === 'published');
      let isNew = 0;
      for (const row of published) {
        if (await queueDeletion(tx, row, { by: 'team', isPart: await isPartOfThread(tx, row) })) isNew += 1;
      }
      if (isNew > 0) {
        await noteInAudit(tx, {
          by: caller,
          action: 'post.last-deletion-asked',
          details: { posts: isNew, first: rows[0]?.post_id ?? '' },
        });
      }
      return accept(await whatFollows(tx, rows, published));
    });
  }
}

async function whatFollows(tx: Tx, rows: readonly PostRow[], published: readonly PostRow[]): Promise<Asked> {
  const removals = await removalsOf(tx, idsOf(published));
  const byHand = published.filter(({ post_id }) => removals.get(post_id) === 'byHand');
  return {
    asked: idsOf(published.filter((row) => !byHand.includes(row))),
    gone: idsOf(rows.filter(({ state }) => state === 'deleted')),
    byHand: byHand.flatMap(({ post_id, x_post_id: xPostId }) =>
      xPostId ? [{ postId: post_id, url: urlOfPost(xPostId) }] : [],
    ),
    notOut: rows
      .filter(({ state }) => state !== 'published' && state !== 'deleted')
      .map(({ post_id, state }) => ({ postId: post_id, state })),
  };
}

const idsOf = (rows: readonly PostRow[]): PostId[] => rows.map(({ post_id }) => post_id);
