import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { Instant, PostId, TakeoverId } from '../define/ids.js';

/** How long after a post went out it is measured: 24 hours, 72 hours, 7 days. */
export const EngagementMark = z.enum(['day', 'threeDays', 'week']);
export type EngagementMark = z.infer<typeof EngagementMark>;

/** At the edges of a takeover, and seven days after its end. */
export const FollowerMoment = z.enum(['opened', 'closed', 'week']);
export type FollowerMoment = z.infer<typeof FollowerMoment>;

const count = z.int().min(0);

/** What X says of a post. */
export const PostFigures = z.object({
  postId: PostId,
  likes: count,
  replies: count,
  reposts: count,
  quotes: count,
  impressions: count,
});
export type PostFigures = z.infer<typeof PostFigures>;

const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const postId = '0192e7a0-0000-7000-8000-000000000021';
const measuredAt = '2026-11-29T10:15:00.000Z';

/** Subject: the round of measuring, which is of one takeover and one mark. Posts that are gone from X are in neither list. */
export const engagementMeasured = defineEvent({
  type: 'engagement.measured',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X was asked how posts of a takeover fare. Later than its mark where something stood in between.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({
    takeoverId: TakeoverId,
    mark: EngagementMark,
    measuredAt: Instant,
    posts: z.array(PostFigures).max(100),
    /** X takes money for looking, and the takeover had come to what it may cost. */
    leftOut: z.array(PostId).max(100),
  }),
  samples: [
    {
      ...{ takeoverId, mark: 'day', measuredAt, leftOut: [] },
      posts: [{ postId, likes: 12, replies: 4, reposts: 3, quotes: 1, impressions: 1_840 }],
    },
    { takeoverId, mark: 'week', measuredAt, posts: [], leftOut: [postId] },
  ],
});

/** Subject: the counting. */
export const followersCounted = defineEvent({
  type: 'followers.counted',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X was asked how many follow the account.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({
    takeoverId: TakeoverId,
    moment: FollowerMoment,
    followers: count,
    countedAt: Instant,
  }),
  samples: [{ takeoverId, moment: 'opened', followers: 4_210, countedAt: '2026-11-27T17:30:04.000Z' }],
});
