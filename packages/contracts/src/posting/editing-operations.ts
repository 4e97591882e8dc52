import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';
import { submitPosts } from './curating-operations.js';
import { Post, PostContent } from './post.js';

/**
 * New words are looked at as when they are handed over, so they are refused for the same reasons. `details.draftId` says
 * where they are kept.
 */
const { idReused, unknownMention, cannotReply, quotingNotAvailable, ...ofSubmitting } = submitPosts.refusals;
const asWhenHandedOver = {
  ...ofSubmitting,
  windowClosed: {
    status: 410,
    message:
      'Your takeover has ended, so nothing more is sent. Your new words are kept in your drafts, and you can download them.',
  },
} as const;

const changedMeanwhile = {
  status: 409,
  message:
    'This post was changed meanwhile, perhaps on another device, so nothing was changed now. Your new words are kept in your drafts. Look at the post, then decide which you want.',
} as const;

const mayBeOut =
  'This post may be on X already, and Baton has to be able to recognise it there, so nothing was changed.';

export const editPost = defineOperation({
  name: 'edit-post',
  owner: 'posting-gateway',
  summary:
    'Changes a post before it goes. The new words are checked like new ones, and the time to undo begins again.',
  method: 'PUT',
  path: '/charities/{charityId}/posts/{postId}',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    postId: PostId,
    /** `edits` of the post as it was when the change was begun. */
    basedOn: z.int().min(0),
    ...PostContent.shape,
    /** When it is to go, with what stands behind it in its thread. Null: as soon as it can. Left out: as it was. */
    timedFor: Instant.nullable().optional(),
  }),
  output: Post,
  refusals: {
    ...asWhenHandedOver,
    changedElsewhere: changedMeanwhile,
    tooLate: {
      status: 409,
      message:
        'This post has gone, is just going, or will not go, so nothing was changed. Your new words are kept in your drafts: you can send them as a new post.',
    },
    mayBeOut: {
      status: 409,
      message: `${mayBeOut} Your new words are kept in your drafts: you can take this one back, or send them as a new post.`,
    },
  },
});

export const resumeThread = defineOperation({
  name: 'resume-thread',
  owner: 'posting-gateway',
  summary:
    'Tries a post again that X or the team refused or its author took back, and goes on with its thread from there. Nothing that is out is sent again.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/resumption',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    /** The post that failed. What was stopped with it goes on with it. */
    postId: PostId,
    /** `edits` of the failed post as it was shown. */
    basedOn: z.int().min(0),
    /** Leaves the failed post out: the next one answers the last that is out. */
    skip: z.boolean().default(false),
    /** New words, for the failed post or any behind it. Those not named here go as they were. */
    parts: z
      .array(z.object({ postId: PostId, ...PostContent.shape }))
      .max(25, 'can be at most 25 posts in one thread')
      .default([]),
    /** When it is to go on. Null: as soon as it can. Left out: as it was. */
    timedFor: Instant.nullable().optional(),
  }),
  output: z.object({ posts: z.array(Post) }),
  refusals: {
    ...asWhenHandedOver,
    changedElsewhere: changedMeanwhile,
    nothingToResume: {
      status: 409,
      message: 'There is nothing to send again: this post has not failed, or nothing was stopped with it.',
    },
    stoppedWithAnother: {
      status: 409,
      message:
        'This post was stopped with the one before it. Go on with the thread from there; new words are kept in your drafts.',
    },
    mayBeOut: {
      status: 409,
      message: `${mayBeOut} Look on X first. You can go on with the rest of the thread without it; if it is not on X, you can send its words as a new post. New words are kept in your drafts.`,
    },
    threadWentOn: {
      status: 409,
      message:
        'The thread has gone on without this post, and X cannot put it in between. You can send its words as a new post; new words are kept in your drafts.',
    },
    unknownPart: {
      status: 422,
      message:
        'You changed a post that would not be sent again with this one, so nothing was sent. Your new words are kept in your drafts.',
    },
    wordsGone: {
      status: 410,
      message: 'The words of this post were erased, so it cannot be sent again. Please write it once more.',
    },
  },
});
