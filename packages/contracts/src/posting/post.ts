import { z } from 'zod';
import { CuratorId, Instant, MediaId, PostId, TakeoverId } from '../define/ids.js';

/** What a check found in a text: where, how grave, and words a tired person understands. */
export const Finding = z.object({
  check: z.enum(['contactDetails', 'length', 'altText', 'controlCharacters']),
  verdict: z.enum(['warn', 'hold', 'block']),
  /** UTF-16 offsets into the text; null where the finding is about the whole post. */
  span: z.object({ from: z.int(), to: z.int() }).nullable(),
  explanation: z.string(),
  suggestion: z.string(),
});
export type Finding = z.infer<typeof Finding>;

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

/**
 * Where a post is on its way. `unknown` means that X may or may not have it: a machine never sends
 * it again; it is looked for on the account's own timeline, then a person decides.
 */
export const PostState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('held') }),
  z.object({ state: z.literal('declined'), reason: z.string() }),
  z.object({
    state: z.literal('queued'),
    dueAt: Instant,
    /** `switch`: the team has the account. `standing`: the operator has stopped the charity. */
    waitingFor: z.enum(['time', 'switch', 'standing', 'x']).nullable(),
  }),
  z.object({ state: z.literal('attempting'), since: Instant }),
  z.object({ state: z.literal('published'), xPostId: z.string(), publishedAt: Instant }),
  /** It was out, and X has deleted it because its author wished so. */
  z.object({ state: z.literal('deleted'), deletedAt: Instant }),
  z.object({ state: z.literal('rejected'), reason: RejectionReason, words: z.string() }),
  z.object({ state: z.literal('unknown'), since: Instant, lookingUntil: Instant.nullable() }),
  z.object({ state: z.literal('withdrawn') }),
  /** The window closed before it could go. The text stays the curator's. */
  z.object({ state: z.literal('missedWindow') }),
]);
export type PostState = z.infer<typeof PostState>;

/** One line of a post's story, as a person reads it. */
export const TimelineEntry = z.object({ at: Instant, what: z.string() });

export const Post = z.object({
  postId: PostId,
  takeoverId: TakeoverId.nullable(),
  author: z.enum(['curator', 'charity']),
  curatorId: CuratorId.nullable(),
  kind: z.enum(['post', 'reply', 'introduction', 'signOff']),
  /** The first post of its thread; its own id where it stands alone. */
  threadId: PostId,
  position: z.int().positive(),
  text: z.string(),
  mediaIds: z.array(MediaId),
  weightedLength: z.int(),
  status: PostState,
  findings: z.array(Finding),
  timeline: z.array(TimelineEntry),
  acceptedAt: Instant,
});
export type Post = z.infer<typeof Post>;
