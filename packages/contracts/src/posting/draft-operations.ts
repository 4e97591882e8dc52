import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, DraftId, Instant, MediaId, MentionId, PostId, TakeoverId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { PostKind, PostState, ReplySettings } from './post.js';
import { consentWithdrawn } from './refusals.js';

/** A poll while it is being typed: it may have one option, two that are the same, or none. */
export const DraftPoll = z.object({
  options: z.array(TypedText.max(100, 'can be at most 100 characters')).max(10, 'can be at most ten'),
  durationMinutes: z.int().min(0).max(100_000),
});

/** A post while it is being typed: it may be empty, or far longer than X takes. */
export const DraftPost = z.object({
  text: TypedText.max(25_000, 'is far too long for a post: please go on in a second one'),
  mediaIds: z.array(MediaId).max(10, 'can be at most ten pictures').default([]),
  poll: DraftPoll.nullable().default(null),
});

/** Of posts in all. An answer on the bus has to hold it, whatever its characters are. */
const mostCharacters = 150_000;

/** For whatever takes several posts at once. */
export const fitTogether = [
  (posts: readonly { readonly text: string }[]): boolean =>
    posts.reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters,
  'are more than 150,000 characters in all: please make two of it',
] as const;

/** What a person is preparing: a post, or a thread in order. What a client is given can be sent back as it is. */
export const DraftContent = z.object({
  posts: z
    .array(DraftPost)
    .min(1)
    .max(25, 'can be at most 25 posts in one thread')
    .refine(...fitTogether),
  replySettings: ReplySettings.default('everyone'),
  timedFor: Instant.nullable().default(null),
  inReplyTo: MentionId.nullable().default(null),
  /** X does not let it go out; it is kept because somebody typed it. */
  quoteOf: TypedText.max(500).nullable().default(null),
});
export type DraftContent = z.infer<typeof DraftContent>;

/**
 * `open`: being prepared. `discarded` and `sent` drafts keep their words for thirty days, in which they can be restored;
 * saving other words to one opens it again.
 */
export const DraftState = z.enum(['open', 'discarded', 'sent']);
export type DraftState = z.infer<typeof DraftState>;

const draftHead = {
  draftId: DraftId,
  state: DraftState,
  /** Grows with every change, from 1. */
  revision: z.int(),
  changedAt: Instant,
};

export const Draft = z.object({ ...draftHead, ...DraftContent.shape });
export type Draft = z.infer<typeof Draft>;

/** A draft in a list: how it begins, and how much there is of it. */
export const DraftSummary = z.object({
  ...draftHead,
  opening: z.string(),
  posts: z.int(),
  pictures: z.int(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

const draftInput = { charityId: CharityId, draftId: DraftId };

export const saveDraft = defineOperation({
  name: 'save-draft',
  owner: 'posting-gateway',
  summary:
    'Keeps what a curator is preparing, finished or not, from their acceptance on. Where another device changed the draft meanwhile nothing is overwritten: these words become a draft of their own.',
  method: 'PUT',
  path: '/charities/{charityId}/drafts/{draftId}',
  access: [curator],
  input: z.object({
    ...draftInput,
    /** The revision that was edited; 0 for a new draft. Repeat a save with no answer before saving newer words. */
    basedOn: z.int().min(0),
    ...DraftContent.shape,
  }),
  output: z.object({
    /** Where these words are now. Go on with its id and revision. */
    draft: Draft,
    /** The draft as another device changed it; null where there was no conflict. */
    conflict: DraftSummary.nullable(),
  }),
  refusals: {
    consentWithdrawn,
    tooManyDrafts: {
      status: 409,
      message:
        'You have 100 drafts, which is as many as Baton keeps. Please send or discard one, then save this one again.',
    },
  },
});

export const listDrafts = defineOperation({
  name: 'list-drafts',
  owner: 'posting-gateway',
  summary:
    'A curator’s own drafts, the newest first, two hundred at most. Those that were discarded or sent can be asked for.',
  method: 'GET',
  path: '/charities/{charityId}/drafts',
  access: [curator],
  input: z.object({ charityId: CharityId, state: DraftState.default('open') }),
  output: z.object({ drafts: z.array(DraftSummary) }),
  refusals: {},
});

export const viewDraft = defineOperation({
  name: 'view-draft',
  owner: 'posting-gateway',
  summary: 'One of a curator’s own drafts, whole.',
  method: 'GET',
  path: '/charities/{charityId}/drafts/{draftId}',
  access: [curator],
  input: z.object(draftInput),
  output: Draft,
  refusals: {},
});

export const discardDraft = defineOperation({
  name: 'discard-draft',
  owner: 'posting-gateway',
  summary: 'Puts a draft away. It can be restored for thirty days, then it is erased.',
  method: 'DELETE',
  path: '/charities/{charityId}/drafts/{draftId}',
  access: [curator],
  input: z.object(draftInput),
  output: DraftSummary,
  refusals: {},
});

export const restoreDraft = defineOperation({
  name: 'restore-draft',
  owner: 'posting-gateway',
  summary: 'Opens a draft again that was discarded or sent within the last thirty days.',
  method: 'POST',
  path: '/charities/{charityId}/drafts/{draftId}/restoration',
  access: [curator],
  input: z.object(draftInput),
  output: DraftSummary,
  refusals: {},
});

/** A post as its author wrote it, and what became of it. */
const WrittenPost = z.object({
  postId: PostId,
  takeoverId: TakeoverId,
  threadId: PostId,
  position: z.int().positive(),
  kind: PostKind,
  state: z.enum(PostState.options.map(({ shape }) => shape.state.value)),
  acceptedAt: Instant,
  /** On X, where it is there. */
  xPostId: z.string().nullable(),
  ...DraftPost.shape,
});

/** Of a page of one’s own words. */
const OwnWords = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), draft: Draft }),
  z.object({ kind: z.literal('post'), post: WrittenPost }),
]);
export type OwnWords = z.infer<typeof OwnWords>;

export const downloadWords = defineOperation({
  name: 'download-words',
  owner: 'posting-gateway',
  summary:
    'Everything a curator wrote here, for them to keep: drafts, what never went out, what is out. As records and as a text to read, a page at a time; also after their takeover.',
  method: 'GET',
  path: '/charities/{charityId}/my-words',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    /** `next` of the page before; without it the first page. */
    after: z
      .string()
      .regex(
        /^(draft:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|post:\d{1,18})$/,
        'must be the "next" of an earlier page',
      )
      .optional(),
  }),
  output: z.object({
    words: z.array(OwnWords),
    /** The same to read. All pages’ texts, one after the other, are the whole. */
    text: z.string(),
    next: z.string().nullable(),
  }),
  refusals: {},
});
