import { z } from 'zod';
import { curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MediaId, MentionId, PostId, TakeoverId } from '../define/ids.js';
import { Finding, Post } from './post.js';

const mediaInput = { charityId: CharityId, mediaId: MediaId };

const mediaRefusals = {
  notAPicture: {
    status: 422,
    message:
      'This file is not a picture that can go out. Please use a JPEG, PNG, WEBP or GIF of at most 15 MB.',
  },
} as const;

const consentWithdrawn = {
  status: 403,
  message:
    'You have taken back your consent to post, so nothing was sent and nothing was kept. If you change your mind, please tell the team.',
} as const;

export const beginMedia = defineOperation({
  name: 'begin-media',
  owner: 'posting-gateway',
  summary: 'Begins a picture’s upload, which goes in chunks and can be resumed at the first missing one.',
  method: 'POST',
  path: '/charities/{charityId}/media',
  access: [curator],
  input: z.object({
    ...mediaInput,
    byteLength: z.int().min(1).max(15_000_000),
    altText: z.string().trim().max(1000, 'can be at most 1,000 characters').default(''),
  }),
  output: z.object({ mediaId: MediaId, chunkBytes: z.int(), nextIndex: z.int() }),
  refusals: { ...mediaRefusals, consentWithdrawn },
});

export const appendMedia = defineOperation({
  name: 'append-media',
  owner: 'posting-gateway',
  summary: 'Adds one chunk of a picture. The same chunk again is harmless.',
  method: 'PUT',
  path: '/charities/{charityId}/media/{mediaId}/chunks/{index}',
  access: [curator],
  input: z.object({
    ...mediaInput,
    index: z.coerce.number().int().min(0).max(200),
    base64: z.base64().max(360_000),
  }),
  output: z.object({ nextIndex: z.int() }),
  refusals: {
    alreadyFinished: { status: 409, message: 'This picture is complete already. Please begin a new upload.' },
  },
});

export const finishMedia = defineOperation({
  name: 'finish-media',
  owner: 'posting-gateway',
  summary: 'Ends the upload: the picture is re-encoded with nothing but the picture left in it.',
  method: 'POST',
  path: '/charities/{charityId}/media/{mediaId}/finish',
  access: [curator],
  input: z.object(mediaInput),
  output: z.object({
    mediaId: MediaId,
    mimeType: z.string(),
    width: z.int(),
    height: z.int(),
    byteLength: z.int(),
  }),
  refusals: {
    ...mediaRefusals,
    incomplete: {
      status: 409,
      message: 'Some parts of this picture have not arrived yet. Please send them again.',
    },
  },
});

const Draft = z.object({
  text: z.string().max(25_000, 'is far too long for a post'),
  mediaIds: z.array(MediaId).max(4, 'can be at most four pictures').default([]),
});

export const checkPost = defineOperation({
  name: 'check-post',
  owner: 'posting-gateway',
  summary: 'What the checks say of a text before it is sent, and its length as X counts it. Nothing is kept.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/check',
  access: [curator],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, ...Draft.shape }),
  output: z.object({ weightedLength: z.int(), remaining: z.int(), findings: z.array(Finding) }),
  refusals: {},
});

const notYours = { status: 403, message: 'This takeover belongs to another curator.' } as const;

export const submitPosts = defineOperation({
  name: 'submit-posts',
  owner: 'posting-gateway',
  summary: 'Hands over a post, a thread (several posts in order) or a reply to be checked and published.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/posts',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    takeoverId: TakeoverId,
    posts: z
      .array(z.object({ postId: PostId, ...Draft.shape }))
      .min(1)
      .max(25, 'can be at most 25 posts in one thread'),
    /** The mention being answered; X lets the account reply only to those who mentioned it. */
    inReplyTo: MentionId.optional(),
  }),
  output: z.object({ posts: z.array(Post) }),
  refusals: {
    windowNotOpen: {
      status: 409,
      message:
        'Your takeover has not begun yet, so nothing was sent. Keep your words and send them once it has begun.',
    },
    windowClosed: {
      status: 410,
      message:
        'Your takeover has ended, so this was not posted and Baton did not keep it. Copy your words if you want to keep them.',
    },
    notYours,
    notConnected: {
      status: 409,
      message:
        'The charity’s X account is not connected, so nothing was sent. Please tell the team, and keep your words.',
    },
    consentWithdrawn,
    blocked: { status: 422, message: 'This cannot go out as it is. See what was found and change it.' },
    unknownMedia: { status: 422, message: 'A picture in this post has not finished uploading.' },
    unknownMention: { status: 422, message: 'The message you are answering is not in your inbox.' },
    idReused: {
      status: 409,
      message: 'A different post was sent with this id before. Please send it again with a new id.',
    },
  },
});

export const listPosts = defineOperation({
  name: 'list-posts',
  owner: 'posting-gateway',
  summary:
    'The posts of a takeover in the order they were accepted, each with its story. An API key sees those that are out, without their story.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/posts',
  access: [curator, staff('manager', 'moderator'), key('posts:read')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({ posts: z.array(Post) }),
  refusals: { notYours },
});

export const viewPost = defineOperation({
  name: 'view-post',
  owner: 'posting-gateway',
  summary: 'One post with its checks, decisions and outcome as a readable story.',
  method: 'GET',
  path: '/charities/{charityId}/posts/{postId}',
  access: [curator, staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: Post,
  refusals: { notYours },
});

export const withdrawPost = defineOperation({
  name: 'withdraw-post',
  owner: 'posting-gateway',
  summary: 'Takes back a post that has not gone yet, with the rest of its thread.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/withdrawal',
  access: [curator],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: Post,
  refusals: { notYours, tooLate: { status: 409, message: 'This post has gone already, or is just going.' } },
});

export const listInbox = defineOperation({
  name: 'list-inbox',
  owner: 'posting-gateway',
  summary:
    'Messages from followers who mentioned the account during the takeover. Direct messages are never read.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/inbox',
  access: [curator, staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    mentions: z.array(
      z.object({
        mentionId: MentionId,
        from: z.string(),
        text: z.string(),
        at: Instant,
        answered: z.boolean(),
      }),
    ),
  }),
  refusals: { notYours },
});
