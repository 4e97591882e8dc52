import {
  accept,
  EngagementMark,
  FollowerMoment,
  type InputOf,
  type OutputOf,
  type PostId,
  type ResultOf,
  refuse,
  type TakeoverId,
  type viewEngagement,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { readPulse } from '../pulse/pulses.js';

type Engagement = OutputOf<typeof viewEngagement>;
type Measured = Engagement['posts'][number]['marks'][number];

const kinds = ['likes', 'replies', 'reposts', 'quotes', 'impressions'] as const;

@Injectable()
export class ViewEngagement implements Handles<typeof viewEngagement> {
  constructor(private readonly database: Database) {}

  handle({
    charityId,
    takeoverId,
  }: InputOf<typeof viewEngagement>): Promise<ResultOf<typeof viewEngagement>> {
    return this.database.inCharity(charityId, async (tx) => {
      const engagement = await read(tx, takeoverId);
      const isKnown = engagement.posts.length > 0 || engagement.followers.length > 0;
      return isKnown || (await readPulse(tx, takeoverId)) ? accept(engagement) : refuse('notFound');
    });
  }
}

async function read(tx: Tx, takeoverId: TakeoverId): Promise<Engagement> {
  const key = [tx.charityId, takeoverId];
  const measured = await tx.query<Omit<Measured, 'measuredAt'> & { postId: PostId; measuredAt: Date }>(
    `SELECT post_id AS "postId", mark, likes, replies, reposts, quotes, impressions, measured_at AS "measuredAt"
       FROM post_engagement WHERE charity_id = $1 AND takeover_id = $2 ORDER BY measured_at, post_id`,
    key,
  );
  const leftOut = await tx.query<{ mark: EngagementMark; posts: number }>(
    `SELECT mark, count(*)::int AS posts FROM engagement_left_out
      WHERE charity_id = $1 AND takeover_id = $2 GROUP BY mark`,
    key,
  );
  const counted = await tx.query<{ moment: FollowerMoment; followers: number; countedAt: Date }>(
    `SELECT moment, followers, counted_at AS "countedAt" FROM follower_count WHERE charity_id = $1 AND takeover_id = $2`,
    key,
  );
  const rows = measured.map((row) => ({ ...row, measuredAt: row.measuredAt.toISOString() }));
  return {
    totals: EngagementMark.options.map((mark) => ({
      mark,
      ...sumOf(rows.filter((row) => row.mark === mark)),
      leftOut: leftOut.find((left) => left.mark === mark)?.posts ?? 0,
    })),
    posts: [...Map.groupBy(rows, ({ postId }) => postId)].map(([postId, marks]) => ({
      postId,
      marks: marks.map(({ postId: _, ...figures }) => figures),
    })),
    followers: counted
      .toSorted((a, b) => FollowerMoment.options.indexOf(a.moment) - FollowerMoment.options.indexOf(b.moment))
      .map((count) => ({ ...count, countedAt: count.countedAt.toISOString() })),
  };
}

function sumOf(rows: readonly Measured[]) {
  const sum = (kind: (typeof kinds)[number]) => rows.reduce((all, row) => all + row[kind], 0);
  return {
    posts: rows.length,
    likes: sum('likes'),
    replies: sum('replies'),
    reposts: sum('reposts'),
    quotes: sum('quotes'),
    impressions: sum('impressions'),
  };
}
