import { z } from 'zod';
import { CuratorId, Instant, MediaId, PostId, TakeoverId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { CheckName, Finding } from './finding.js';
import { SignpostingResource } from './signposting-resource.js';

export const RejectionReason = z.enum([
  'duplicate',
  'tooLong',
  'replyNotAllowed',
  'mediaRefused',
  'outOfCredit',
  'accountSuspended',
  'notConnected',
  'missingScope',
  'refusedByX',
]);
export type RejectionReason = z.infer<typeof RejectionReason>;

/** Why a post has not gone yet; `waitingWords` says it in words. */
export const WaitingFor = z.enum([
  ...([
    'time',
    'author',
    'rest',
    'thread',
    'switch',
    'standing',
    'x',
    'account',
    'credit',
    'budget',
    'takeover',
    'introduction',
  ] as const),
]);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** How long a held post waits for a person of the team, and what to make of it. */
export const TeamsTurn = z.object({
  since: Instant,
  /** By then the team means to have looked. */
  by: Instant,
  isLate: z.boolean(),
  words: z.string(),
});
export type TeamsTurn = z.infer<typeof TeamsTurn>;

/**
 * Where a post is on its way. `unknown` means that X may or may not have it: a machine never sends
 * it again; it is looked for on the account's own timeline, then a person decides.
 */
export const PostState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('held'), wait: TeamsTurn }),
  z.object({ state: z.literal('declined'), reason: z.string() }),
  z.object({
    state: z.literal('queued'),
    dueAt: Instant,
    waitingFor: WaitingFor.nullable(),
  }),
  z.object({ state: z.literal('attempting'), since: Instant }),
  z.object({
    state: z.literal('published'),
    xPostId: z.string(),
    publishedAt: Instant,
    /** Somebody wants it gone. `byHand`: X refuses Baton, so a person has to delete it there. */
    removal: z.enum(['asked', 'byHand']).optional(),
  }),
  /** It was out, and X has deleted it, as its author or the team wished. */
  z.object({ state: z.literal('deleted'), deletedAt: Instant }),
  z.object({ state: z.literal('rejected'), reason: RejectionReason, words: z.string() }),
  z.object({ state: z.literal('unknown'), since: Instant, lookingUntil: Instant.nullable() }),
  z.object({ state: z.literal('withdrawn') }),
  /** The window closed before it could go. The text stays the curator's. */
  z.object({ state: z.literal('missedWindow') }),
]);
export type PostState = z.infer<typeof PostState>;

/** The names of all states. */
export const PostStateName = z.enum(PostState.options.flatMap(({ shape }) => shape.state.def.values));

/** Whose doing a line of the story is: the author's, the team's, a check's, Baton's own, or X's. */
export const StoryVoice = z.enum(['author', 'team', 'checks', 'baton', 'x']);
export type StoryVoice = z.infer<typeof StoryVoice>;

/** One line of a post's story, as a person reads it. Of the team no line says who; that is in the audit. */
export const TimelineEntry = z.object({ at: Instant, by: StoryVoice, what: z.string() });

/**
 * What X takes (docs.x.com, "Create Post"): two to four options of at most 25 characters, open for five minutes to seven
 * days. A post has a poll or pictures, not both.
 */
export const Poll = z.object({
  options: z
    .array(TypedText.trim().min(1, 'cannot be empty').max(25, 'can be at most 25 characters'))
    .min(2, 'must be at least two')
    .max(4, 'can be at most four')
    .refine((options) => new Set(options).size === options.length, 'must differ from each other'),
  durationMinutes: z.int().min(5, 'must be at least 5 minutes').max(10_080, 'can be at most 7 days'),
});
export type Poll = z.infer<typeof Poll>;

/** What a person writes for one post. */
export const PostContent = z.object({
  text: TypedText.max(25_000, 'is far too long for a post'),
  mediaIds: z
    .array(MediaId)
    .max(4, 'can be at most four pictures')
    .refine((ids) => new Set(ids).size === ids.length, 'must differ from each other: X shows a picture once')
    .default([]),
  poll: Poll.nullable().default(null),
});
export type PostContent = z.infer<typeof PostContent>;

/** Who may answer on X. `subscribers` and `verified` are X's own groups. */
export const ReplySettings = z.enum(['everyone', 'following', 'mentionedUsers', 'subscribers', 'verified']);
export type ReplySettings = z.infer<typeof ReplySettings>;

/** `cover`: what the charity says when a curator rests or ends early. `own`: a post of the charity's own. */
export const PostKind = z.enum(['post', 'reply', 'introduction', 'signOff', 'cover', 'own']);
export type PostKind = z.infer<typeof PostKind>;

/** Words that may be hard to read, kept back from the team until they ask for them: of what kinds, and that in words. */
export const Hidden = z.object({ kinds: z.array(CheckName), words: z.string() });
export type Hidden = z.infer<typeof Hidden>;

export const Post = z.object({
  postId: PostId,
  takeoverId: TakeoverId.nullable(),
  author: z.enum(['curator', 'charity']),
  curatorId: CuratorId.nullable(),
  kind: PostKind,
  /** The first post of its thread; its own id where it stands alone. */
  threadId: PostId,
  position: z.int().positive(),
  text: z.string(),
  mediaIds: z.array(MediaId),
  poll: Poll.nullable(),
  /** For the team: text and poll are empty here until they ask with `look-at-post`. Null: nothing is kept back. */
  hidden: Hidden.nullable(),
  replySettings: ReplySettings,
  /** The moment its author chose; null where it goes as soon as it can. */
  timedFor: Instant.nullable(),
  weightedLength: z.int(),
  /** How often its author has changed it or sent it again; whoever changes it names the one they saw. */
  edits: z.int(),
  /** Grows with every change of what would go out, its descriptions too: by it a yes says what it is a yes to. */
  edition: z.int(),
  status: PostState,
  findings: z.array(Finding),
  /** Where to find help, at once and for whoever reads it, where the words may be those of a crisis; otherwise empty. */
  signposting: z.array(SignpostingResource),
  timeline: z.array(TimelineEntry),
  acceptedAt: Instant,
});
export type Post = z.infer<typeof Post>;
