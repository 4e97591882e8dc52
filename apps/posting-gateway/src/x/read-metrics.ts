import { z } from 'zod';
import { parseAnswer } from './parse-answer.js';
import type { TimelineOwner } from './read-timelines.js';
import type { XWire } from './x-wire.js';

const count = z.int().min(0);

/** What X counts of a post, by X’s id. Deleted posts are not among what it shows. */
const Metrics = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        public_metrics: z.object({
          like_count: count,
          reply_count: count,
          retweet_count: count,
          quote_count: count,
          impression_count: count.default(0),
        }),
      }),
    )
    .default([]),
});
const User = z.object({ data: z.object({ public_metrics: z.object({ followers_count: count }) }) });

export interface XFigures {
  readonly likes: number;
  readonly replies: number;
  readonly reposts: number;
  readonly quotes: number;
  readonly impressions: number;
}

/** Of at most 100 posts, which is as many as X shows at once (GET /2/tweets). */
export async function readMetrics(
  wire: XWire,
  { accessToken }: TimelineOwner,
  xPostIds: readonly string[],
): Promise<ReadonlyMap<string, XFigures>> {
  const answer = await wire.asUser(accessToken).v2.get('tweets', {
    ids: xPostIds.join(','),
    'tweet.fields': 'public_metrics',
  });
  return new Map(
    parseAnswer(Metrics, answer).data.map(({ id, public_metrics: metrics }) => [
      id,
      {
        likes: metrics.like_count,
        replies: metrics.reply_count,
        reposts: metrics.retweet_count,
        quotes: metrics.quote_count,
        impressions: metrics.impression_count,
      },
    ]),
  );
}

/** How many follow the account (GET /2/users/:id). */
export async function readFollowers(wire: XWire, { accessToken, xUserId }: TimelineOwner): Promise<number> {
  const answer = await wire
    .asUser(accessToken)
    .v2.get(`users/${xUserId}`, { 'user.fields': 'public_metrics' });
  return parseAnswer(User, answer).data.public_metrics.followers_count;
}
