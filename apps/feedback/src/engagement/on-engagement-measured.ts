import type { engagementMeasured, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** What was measured first at a mark stays: measured again later it would be of another day. */
@Injectable()
export class OnEngagementMeasured implements Consumes<typeof engagementMeasured> {
  async handle({ data }: FactOf<typeof engagementMeasured>, tx: Tx): Promise<void> {
    const { takeoverId, mark, measuredAt, posts, leftOut } = data;
    await tx.query(
      `INSERT INTO post_engagement (charity_id, post_id, mark, takeover_id, likes, replies, reposts, quotes, impressions,
                                    measured_at)
       SELECT $1, post_id, $2, $3, likes, replies, reposts, quotes, impressions, $4
         FROM jsonb_to_recordset($5::jsonb)
           AS told (post_id uuid, likes int, replies int, reposts int, quotes int, impressions int)
       ON CONFLICT (charity_id, post_id, mark) DO NOTHING`,
      [
        tx.charityId,
        mark,
        takeoverId,
        measuredAt,
        JSON.stringify(posts.map(({ postId, ...figures }) => ({ post_id: postId, ...figures }))),
      ],
    );
    await tx.query(
      `INSERT INTO engagement_left_out (charity_id, post_id, mark, takeover_id)
       SELECT $1, post_id, $2, $3 FROM unnest($4::uuid[]) AS told (post_id) ON CONFLICT DO NOTHING`,
      [tx.charityId, mark, takeoverId, leftOut],
    );
  }
}
