import { accept, type Caller, type decidePost, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { backToUnknown } from '../posts/may-be-out.js';
import { findPost, lockPost, type PostRow } from '../posts/post-row.js';
import { sealDeclineReason } from '../posts/post-text.js';
import { presentPost } from '../posts/present-posts.js';
import { tell } from '../posts/tell.js';
import { Lanes } from '../publishing/lanes.js';
import { appealOf } from './appeals.js';
import { approvePost, stateDecisions } from './approve-post.js';
import { claimOf, endClaim, isAnothers, memberOf, refuseClaimed } from './claims.js';
import { isUnseen } from './distressing.js';
import { handedUpOf, refuseHandedUp } from './handed-up.js';
import { refuseNotHeld } from './no-longer-held.js';

/**
 * A moderator decides about a held post, as they saw it: what was changed meanwhile they look at again. A thread goes as a whole: declining a part declines what has
 * not gone of it. The same decision again gives the same answer.
 */
@Injectable()
export class DecidePost implements Handles<typeof decidePost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
  ) {}

  handle(
    { charityId, postId, verdict, reason, edition }: InputOf<typeof decidePost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof decidePost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findPost(tx, postId);
      if (!found) return refuse('notFound');
      await this.lanes.wakeNow(tx, found.account_id);
      const row = await lockPost(tx, postId);
      if (row?.state === 'held') {
        if (row.edition !== edition) return refuse('changedElsewhere');
        const claim = await claimOf(tx, postId);
        if (isAnothers(claim, caller)) return refuseClaimed(claim);
        const handedUp = refuseHandedUp(await handedUpOf(tx, postId), caller);
        if (handedUp) return handedUp;
        if (verdict === 'decline' && appealOf(row, caller)?.mayDecline === false)
          return refuse('saidNoBefore');
        if (verdict === 'approve' && (await isUnseen(tx, row, caller))) return refuse('notLookedAt');
        await (verdict === 'approve'
          ? approvePost(tx, row, caller)
          : decline(tx, this.vault, row, { by: caller, reason }));
        await endClaim(tx, postId);
        await noteInAudit(tx, {
          by: caller,
          action: 'post.decided',
          about: postId,
          details: { verdict, again: row.declined_by !== null },
        });
      } else if (!row) return refuse('notFound');
      else if (!isDecidedAs(row, verdict)) return refuseNotHeld(row);
      return accept(await presentPost(tx, this.vault, postId, caller));
    });
  }
}

const isDecidedAs = (row: PostRow, verdict: 'approve' | 'decline'): boolean =>
  verdict === 'approve' ? row.approved : row.state === 'declined';

async function decline(
  tx: Tx,
  vault: Vault,
  declined: PostRow,
  { by, reason }: { readonly by: Caller; readonly reason: string },
): Promise<void> {
  const { thread_id } = declined;
  const parts = await tx.query<PostRow>(
    `SELECT * FROM post WHERE thread_id = $1 AND state IN ('held', 'queued') AND maybe_out_since IS NULL
      ORDER BY sequence FOR UPDATE`,
    [thread_id],
  );
  const rows: PostRow[] = [];
  for (const part of parts) {
    const isIt = part.post_id === declined.post_id;
    const why = isIt ? reason : `Part ${declined.position} of this thread was declined: ${reason}`;
    rows.push(
      ...(await tx.query<PostRow>(
        `UPDATE post SET state = 'declined', revision = revision + 1, sealed_decline_reason = $2, stopped_with = $3,
                declined_by = $4
          WHERE post_id = $1 RETURNING *`,
        [
          part.post_id,
          await sealDeclineReason(vault, tx, part, why),
          isIt ? null : declined.position,
          memberOf(by),
        ],
      )),
    );
  }
  await tell(
    tx,
    rows.map((row) => row.post_id),
    'The team decided that this does not go out. Their reason is with it, and your words are kept here.',
  );
  await stateDecisions(tx, rows, { verdict: 'decline', by });
  const sentAgain = await tx.query<PostRow>(
    `SELECT * FROM post WHERE thread_id = $1 AND state = 'queued' FOR UPDATE`,
    [thread_id],
  );
  await backToUnknown(tx, sentAgain, 'Not sent again: a part of its thread was declined.');
}
