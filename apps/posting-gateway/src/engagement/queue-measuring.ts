import type { FollowerMoment, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';

/** In the first quarter of an hour after a mark, so that posts of one evening are asked about together. */
const queue = `
  INSERT INTO measuring (charity_id, post_id, mark, takeover_id, account_id, mark_at, due_at)
  SELECT $1, $2, mark, $3, $4, at, date_bin('15 minutes', at, 'epoch') + interval '15 minutes'
    FROM (SELECT mark, $5::timestamptz + after AS at
            FROM (VALUES ('day', interval '24 hours'), ('threeDays', interval '72 hours'), ('week', interval '7 days'))
              AS marks (mark, after)) AS due
  ON CONFLICT (charity_id, post_id, mark) DO NOTHING`;

/** A post is out: it will be measured, if it is a curator’s. */
export async function queueMeasuring(tx: Tx, row: PostRow): Promise<void> {
  if (row.author !== 'curator' || !row.takeover_id || !row.published_at) return;
  await tx.query(queue, [tx.charityId, row.post_id, row.takeover_id, row.account_id, row.published_at]);
}

/** Followers are to be counted, at an edge of a takeover or some time after. */
export async function queueCounting(
  tx: Tx,
  takeoverId: TakeoverId,
  moment: FollowerMoment,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO follower_counting (charity_id, takeover_id, moment, moment_at, due_at) VALUES ($1, $2, $3, $4, $4)
     ON CONFLICT (charity_id, takeover_id, moment) DO NOTHING`,
    [tx.charityId, takeoverId, moment, at],
  );
}
