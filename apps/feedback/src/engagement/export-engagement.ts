import type { ExportSource } from '@baton/service-kit';

/** A row is known by what it is about and when. */
export const engagement: readonly ExportSource[] = [
  {
    file: 'post-engagement',
    sql: `SELECT post_id || mark AS key, post_id AS "postId", takeover_id AS "takeoverId", mark, likes, replies, reposts,
                 quotes, impressions, measured_at AS "measuredAt" FROM post_engagement
           WHERE $1::text IS NULL OR post_id || mark > $1 ORDER BY post_id || mark LIMIT $2`,
  },
  {
    file: 'follower-counts',
    sql: `SELECT takeover_id || moment AS key, takeover_id AS "takeoverId", moment, followers, counted_at AS "countedAt"
            FROM follower_count
           WHERE $1::text IS NULL OR takeover_id || moment > $1 ORDER BY takeover_id || moment LIMIT $2`,
  },
];
