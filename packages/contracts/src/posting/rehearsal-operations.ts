import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PostId } from '../define/ids.js';
import { checkPost, submitPosts } from './curating-operations.js';
import { PostContent, ReplySettings } from './post.js';
import { consentWithdrawn } from './refusals.js';
import { MadeUpMessage, MadeUpMessageName, RehearsedPost } from './rehearsal.js';

const ofCharity = { charityId: CharityId };
const { weightedLength, remaining, findings, signposting } = checkPost.output.shape;
const { unknownMedia, idReused } = submitPosts.refusals;

export const rehearsePosts = defineOperation({
  name: 'rehearse-posts',
  owner: 'posting-gateway',
  summary:
    'Tries a post, a thread or an answer where nobody sees it, from acceptance on: checked and decided about as a real one, and shown to its author alone. It never goes to X. Words of a crisis reach a person here, too.',
  method: 'POST',
  path: '/charities/{charityId}/rehearsal/posts',
  access: [curator],
  input: z.object({
    ...ofCharity,
    posts: submitPosts.input.shape.posts,
    /** The made-up message that is answered. */
    answers: MadeUpMessageName.optional(),
    replySettings: ReplySettings.default('everyone'),
    /** When it would go. A rehearsed takeover begins at this moment and lasts three days. */
    timedFor: Instant.optional(),
  }),
  output: z.object({ posts: z.array(RehearsedPost) }),
  /** But for two of them the words are kept as a draft, and `details.draftId` says where. */
  refusals: {
    consentWithdrawn,
    unknownMedia,
    idReused,
    timedOutsideWindow: {
      status: 422,
      message:
        'A rehearsal lasts three days from now, and the time you chose is outside it. Your words are kept in your drafts. Choose a time within three days.',
    },
    rehearsalFull: {
      status: 409,
      message:
        'Your rehearsal has 100 posts, which is as many as it holds. Your words are kept in your drafts. Please begin again: then there is room.',
    },
  },
});

export const checkRehearsalPost = defineOperation({
  name: 'check-rehearsal-post',
  owner: 'posting-gateway',
  summary:
    'What the checks say of a text before it is tried, and its length as X counts it; no takeover is needed. Nothing is kept.',
  method: 'POST',
  path: '/charities/{charityId}/rehearsal/check',
  access: [curator],
  input: z.object({ ...ofCharity, ...PostContent.shape }),
  output: z.object({ weightedLength, remaining, findings, signposting }),
  refusals: { consentWithdrawn },
});

const Rehearsal = z.object({
  /** As a timeline: the newest first, a thread in its order. */
  posts: z.array(RehearsedPost),
  /** Made-up messages, to try answering and parking. */
  messages: z.array(MadeUpMessage),
  /** How many more posts there is room for. */
  room: z.int().min(0),
});

export const listRehearsal = defineOperation({
  name: 'list-rehearsal',
  owner: 'posting-gateway',
  summary:
    'A curator’s own rehearsal: a private timeline with what would have become of each post, and made-up messages. Nobody else can read it, the team neither.',
  method: 'GET',
  path: '/charities/{charityId}/rehearsal',
  access: [curator],
  input: z.object(ofCharity),
  output: Rehearsal,
  refusals: { consentWithdrawn },
});

export const withdrawRehearsalPost = defineOperation({
  name: 'withdraw-rehearsal-post',
  owner: 'posting-gateway',
  summary:
    'Undoes a rehearsed post: taken back with the rest of its thread while it waits, deleted alone once it is out. Again: the same answer.',
  method: 'POST',
  path: '/charities/{charityId}/rehearsal/posts/{postId}/withdrawal',
  access: [curator],
  input: z.object({ ...ofCharity, postId: PostId }),
  output: RehearsedPost,
  refusals: { consentWithdrawn },
});

export const parkRehearsalMessage = defineOperation({
  name: 'park-rehearsal-message',
  owner: 'posting-gateway',
  summary: 'Leaves a made-up message to the team, or takes it back. The team is told nothing.',
  method: 'PUT',
  path: '/charities/{charityId}/rehearsal/messages/{message}/parking',
  access: [curator],
  input: z.object({ ...ofCharity, message: MadeUpMessageName, parked: z.boolean() }),
  output: MadeUpMessage,
  refusals: { consentWithdrawn },
});

export const clearRehearsal = defineOperation({
  name: 'clear-rehearsal',
  owner: 'posting-gateway',
  summary: 'Begins the rehearsal again: its words are erased for good, and the made-up messages are as new.',
  method: 'DELETE',
  path: '/charities/{charityId}/rehearsal',
  access: [curator],
  input: z.object(ofCharity),
  output: Rehearsal,
  refusals: { consentWithdrawn },
});
