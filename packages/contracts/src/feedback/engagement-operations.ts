import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId, TakeoverId } from '../define/ids.js';
import { EngagementMark, FollowerMoment, PostFigures } from '../posting/engagement-events.js';

const Measured = z.object({ ...PostFigures.shape, measuredAt: Instant });

export const viewEngagement = defineOperation({
  name: 'view-engagement',
  owner: 'feedback',
  summary:
    'What X says of the posts of a takeover a day, three days and a week after each went out, and how many followed the account at its edges and a week later.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/engagement',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    /** Of all posts of the takeover that were measured at that mark. */
    totals: z.array(
      z.object({
        mark: EngagementMark,
        posts: z.int().min(0),
        ...PostFigures.omit({ postId: true }).shape,
        /** Not measured, to stay within what the weekend may cost. */
        leftOut: z.int().min(0),
      }),
    ),
    posts: z.array(
      z.object({
        postId: PostId,
        marks: z.array(Measured.omit({ postId: true }).extend({ mark: EngagementMark })),
      }),
    ),
    followers: z.array(z.object({ moment: FollowerMoment, followers: z.int().min(0), countedAt: Instant })),
  }),
  refusals: {},
});
