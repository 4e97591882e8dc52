import type { EngagementFigures, FollowerFigures, PostCounts, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Ids = readonly TakeoverId[];

const marks = ['day', 'threeDays', 'week'] as const;
const middle = (column: string) => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}) AS ${column}`;

/** Medians over all posts of these weekends: a post that went round the world is one of them, and no more. */
export async function engagementOf(tx: Tx, takeoverIds: Ids): Promise<EngagementFigures[]> {
  const rows = await tx.query<EngagementFigures>(
    `SELECT mark, count(*)::int AS posts, ${['likes', 'replies', 'reposts', 'quotes', 'impressions'].map(middle).join(', ')},
            sum(impressions)::float8 AS "allImpressions"
       FROM post_engagement WHERE charity_id = $1 AND takeover_id = ANY($2) GROUP BY mark`,
    [tx.charityId, takeoverIds],
  );
  const none = { posts: 0, likes: null, replies: null, reposts: null, quotes: null, impressions: null };
  return marks.map((mark) => rows.find((row) => row.mark === mark) ?? { mark, ...none, allImpressions: 0 });
}

/** Median impressions of a weekend’s posts after a week. */
export async function impressionsOf(tx: Tx, takeoverIds: Ids): Promise<Map<TakeoverId, number>> {
  const rows = await tx.query<{ takeoverId: TakeoverId; impressions: number }>(
    `SELECT takeover_id AS "takeoverId", ${middle('impressions')} FROM post_engagement
      WHERE charity_id = $1 AND takeover_id = ANY($2) AND mark = 'week' GROUP BY takeover_id`,
    [tx.charityId, takeoverIds],
  );
  return new Map(rows.map(({ takeoverId, impressions }) => [takeoverId, impressions]));
}

export async function followersOf(tx: Tx, takeoverIds: Ids): Promise<Map<TakeoverId, FollowerFigures>> {
  const rows = await tx.query<{ takeoverId: TakeoverId; moment: keyof FollowerFigures; followers: number }>(
    `SELECT takeover_id AS "takeoverId", moment, followers FROM follower_count
      WHERE charity_id = $1 AND takeover_id = ANY($2)`,
    [tx.charityId, takeoverIds],
  );
  const counts = new Map<TakeoverId, FollowerFigures>();
  for (const { takeoverId, moment, followers } of rows)
    counts.set(takeoverId, { ...(counts.get(takeoverId) ?? notCounted), [moment]: followers });
  return counts;
}

export const notCounted: FollowerFigures = { opened: null, closed: null, week: null };

/** From the opening to a week after the end, or to the end where nobody has counted since. */
export const gained = ({ opened, closed, week }: FollowerFigures = notCounted): number | null => {
  const last = week ?? closed;
  return opened === null || last === null ? null : last - opened;
};

export async function countsOf(tx: Tx, takeoverIds: Ids): Promise<Map<TakeoverId, PostCounts>> {
  const rows = await tx.query<PostCounts & { takeoverId: TakeoverId }>(
    `SELECT takeover_id AS "takeoverId", published, replies, pictures, held FROM takeover_count
      WHERE charity_id = $1 AND takeover_id = ANY($2)`,
    [tx.charityId, takeoverIds],
  );
  return new Map(rows.map(({ takeoverId, ...counts }) => [takeoverId, counts]));
}

export const noPosts: PostCounts = { published: 0, replies: 0, pictures: 0, held: 0 };

export const allCounts = (counts: Iterable<PostCounts>): PostCounts =>
  [...counts].reduce(
    (sum, one) => ({
      published: sum.published + one.published,
      replies: sum.replies + one.replies,
      pictures: sum.pictures + one.pictures,
      held: sum.held + one.held,
    }),
    noPosts,
  );
