import { z } from 'zod';
import { curator, key, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, DraftId, Instant, MentionId, PostId, TakeoverId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { fitTogether } from './draft-operations.js';
import { Finding } from './finding.js';
import { Post, PostContent, ReplySettings } from './post.js';
import { changedElsewhere, consentWithdrawn, notYours } from './refusals.js';
import { SignpostingResource } from './signposting-resource.js';

export const checkPost = defineOperation({
  name: 'check-post',
  owner: 'posting-gateway',
  summary: 'What the checks say of a text before it is sent, and its length as X counts it. Nothing is kept.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/check',
  access: [curator],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId, ...PostContent.shape }),
  output: z.object({
    weightedLength: z.int(),
    remaining: z.int(),
    findings: z.array(Finding),
    /** Where to find help, where the words may be those of a crisis; otherwise empty. */
    signposting: z.array(SignpostingResource),
    /** What X will take for it, and how that stands to the budget, in words. */
    cost: z.object({ microUsd: z.int().min(0), words: z.string() }),
  }),
  refusals: {},
});

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
      .array(z.object({ postId: PostId, ...PostContent.shape }))
      .min(1)
      .max(25, 'can be at most 25 posts in one thread')
      .refine(...fitTogether),
    /** The draft this was prepared as: it is at an end when this is accepted. */
    fromDraft: DraftId.optional(),
    /** The mention being answered; X lets the account reply only to those who mentioned it. */
    inReplyTo: MentionId.optional(),
    /** Who may answer. */
    replySettings: ReplySettings.default('everyone'),
    /** When it is to go, inside the takeover's window. Without it: as soon as the time to undo is over. */
    timedFor: Instant.optional(),
    /** A post to quote. X's self-serve API does not let anybody quote; it is refused in words and not left out silently. */
    quoteOf: TypedText.max(500).optional(),
  }),
  output: z.object({ posts: z.array(Post) }),
  /** Those that keep the words say in `details.draftId` where, and in `details.signposting` where to find help. */
  refusals: {
    windowNotOpen: {
      status: 409,
      message:
        'Your takeover has not begun yet, so nothing was sent. Your words are kept in your drafts: send them once it has begun.',
    },
    windowClosed: {
      status: 410,
      message:
        'Your takeover has ended, so this was not posted. Your words are kept in your drafts, and you can download them.',
    },
    notYours,
    notConnected: {
      status: 409,
      message:
        'The charity’s X account is not connected, so nothing was sent. Your words are kept in your drafts. Please tell the team.',
    },
    consentWithdrawn,
    timedOutsideWindow: {
      status: 422,
      message:
        'The time you chose is not inside your takeover, so nothing was sent. Your words are kept in your drafts. Choose a time between its beginning and its end.',
    },
    overBudget: {
      status: 409,
      message:
        'This would cost more than the charity has set aside for this weekend, so nothing was sent. Your words are kept in your drafts. The team can raise the limit; a post without a link costs much less.',
    },
    quotingNotAvailable: {
      status: 422,
      message:
        'X does not let tools like Baton quote other posts, so nothing was sent. Your words are kept in your drafts. You can tell in your own words what it says, or answer it if its writer mentioned the account.',
    },
    blocked: {
      status: 422,
      message:
        'This cannot go out as it is. Your words are kept in your drafts. See what was found and change it.',
    },
    unknownMedia: {
      status: 422,
      message:
        'A picture in this post has not finished uploading, so nothing was sent. Your words are kept in your drafts. Finish the picture or take it out, then send again.',
    },
    unknownMention: {
      status: 422,
      message:
        'The message you are answering is not in your inbox, so nothing was sent. Your words are kept in your drafts.',
    },
    cannotReply: {
      status: 422,
      message:
        'X does not let this account answer that message: it may be gone, or its writer has limited who may answer. Nothing was sent. Your words are kept in your drafts, and you can send them as a post.',
    },
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

export const deletePost = defineOperation({
  name: 'delete-post',
  owner: 'posting-gateway',
  summary:
    'Has X delete a post that is out: a curator one of their own, also after the takeover; a moderator any of the charity’s. Of a thread it is this part alone, and answers to it stay.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/deletion',
  access: [curator, staff('manager', 'moderator')],
  input: z.object({ charityId: CharityId, postId: PostId }),
  output: Post,
  refusals: {
    notYours,
    notOutYet: {
      status: 409,
      message: 'This post has not gone out yet, so there is nothing to delete. Take it back instead.',
    },
    notOut: {
      status: 409,
      message: 'This post is not known to be on X, so there is nothing to delete.',
    },
  },
});

export const confirmPost = defineOperation({
  name: 'confirm-post',
  owner: 'posting-gateway',
  summary:
    'Says yes to a post, with the rest of its thread, of somebody who wants always to be asked first. The time to undo begins with it.',
  method: 'POST',
  path: '/charities/{charityId}/posts/{postId}/confirmation',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    postId: PostId,
    /** Each part of the thread that waits for this yes, with its `edition` as it was looked at. */
    seen: z
      .array(z.object({ postId: PostId, edition: z.int().min(0) }))
      .min(1)
      .max(25),
  }),
  output: Post,
  refusals: {
    notYours,
    changedElsewhere,
    notWaitingForYou: {
      status: 409,
      message: 'This post is not waiting for your yes: it has gone, was taken back, or goes by itself.',
    },
  },
});

const Preferences = z.object({
  /** No post of theirs goes before they have said yes to it once more. */
  askFirst: z.boolean(),
});

export const viewPreferences = defineOperation({
  name: 'view-preferences',
  owner: 'posting-gateway',
  summary: 'How a curator wants their posts to be treated.',
  method: 'GET',
  path: '/charities/{charityId}/preferences',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: Preferences,
  refusals: {},
});

export const setPreferences = defineOperation({
  name: 'set-preferences',
  owner: 'posting-gateway',
  summary: 'Sets how a curator wants their posts to be treated. It holds for posts handed over from now on.',
  method: 'PUT',
  path: '/charities/{charityId}/preferences',
  access: [curator],
  input: z.object({ charityId: CharityId, ...Preferences.shape }),
  output: Preferences,
  refusals: {},
});
