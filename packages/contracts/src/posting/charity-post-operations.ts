import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';
import { submitPosts } from './curating-operations.js';
import { Post, PostContent, ReplySettings } from './post.js';

const { notConnected, idReused, blocked } = submitPosts.refusals;

export const scheduleCharityPost = defineOperation({
  name: 'schedule-charity-post',
  owner: 'posting-gateway',
  summary:
    'Hands over a post of the charity’s own. It is never mixed with a curator’s: while one has the account it waits, and goes after their takeover.',
  method: 'POST',
  path: '/charities/{charityId}/charity-posts',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    postId: PostId,
    ...PostContent.shape,
    /** Who may answer. */
    replySettings: ReplySettings.default('everyone'),
    /** When it is to go, outside every takeover that is booked. Null: as soon as it can. */
    timedFor: Instant.nullable(),
  }),
  output: Post,
  refusals: {
    notConnected,
    idReused,
    blocked,
    timedInTakeover: {
      status: 422,
      message:
        'A curator has the account at that time, so nothing was kept. Choose a time after their takeover. See the details for the first one.',
    },
    timeHasPassed: {
      status: 422,
      message: 'That time has passed, so nothing was kept. Choose a later time, or send the post now.',
    },
    picturesNotAvailable: {
      status: 422,
      message:
        'The charity’s own posts cannot have pictures in Baton yet, so nothing was kept. Send it without them, or post it on X itself.',
    },
  },
});

export const listCharityPosts = defineOperation({
  name: 'list-charity-posts',
  owner: 'posting-gateway',
  summary:
    'The charity’s own posts, each with its story: what has not come to its end, then the latest of the others. No curator’s post is among them.',
  method: 'GET',
  path: '/charities/{charityId}/charity-posts',
  access: [staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ posts: z.array(Post) }),
  refusals: {},
});

export const withdrawCharityPost = defineOperation({
  name: 'withdraw-charity-post',
  owner: 'posting-gateway',
  summary: 'Takes back a post of the charity’s own that has not gone yet.',
  method: 'POST',
  path: '/charities/{charityId}/charity-posts/{postId}/withdrawal',
  access: [staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: Post,
  refusals: {
    tooLate: {
      status: 409,
      message: 'This post has gone already, is just going, or will not go, so there is nothing to take back.',
    },
  },
});
