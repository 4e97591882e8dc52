import { z } from 'zod';
import { Instant, PostId } from '../define/ids.js';
import { Finding } from './finding.js';
import { SetAside } from './mention.js';
import { PostContent, ReplySettings, TimelineEntry } from './post.js';
import { SignpostingResource } from './signposting-resource.js';

/** Messages that Baton made up, so that answering and parking can be tried: nobody wrote them, and nobody reads an answer. */
export const MadeUpMessageName = z.enum(['kind', 'question', 'unkind']);
export type MadeUpMessageName = z.infer<typeof MadeUpMessageName>;

/**
 * What would become of a post. `waiting`: it could still be taken back, unseen. `out`: in a takeover everybody could read it
 * now. `held`: a person would look first. `blocked`: it would not be taken. `withdrawn` in time, or `deleted` after it was out.
 */
export const RehearsedState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), dueAt: Instant }),
  z.object({ state: z.literal('out'), since: Instant }),
  z.object({ state: z.literal('held') }),
  z.object({ state: z.literal('blocked') }),
  z.object({ state: z.literal('withdrawn') }),
  z.object({ state: z.literal('deleted') }),
]);
export type RehearsedState = z.infer<typeof RehearsedState>;

/** A post of a rehearsal, as it would appear. It is none of the account's posts, and cannot become one. */
export const RehearsedPost = z.object({
  postId: PostId,
  /** The first post of its thread; its own id where it stands alone. */
  threadId: PostId,
  position: z.int().positive(),
  ...PostContent.shape,
  /** The made-up message it answers. */
  answers: MadeUpMessageName.nullable(),
  replySettings: ReplySettings,
  timedFor: Instant.nullable(),
  weightedLength: z.int(),
  remaining: z.int(),
  status: RehearsedState,
  /** What that means in a takeover, for its author to read. */
  words: z.string(),
  /** What undoing does now; null: there is nothing to undo. */
  undo: z.string().nullable(),
  /** All of them, as while writing: nobody but its author reads a rehearsal. */
  findings: z.array(Finding),
  /** Where to find help, where the words may be those of a crisis; otherwise empty. */
  signposting: z.array(SignpostingResource),
  timeline: z.array(TimelineEntry),
  acceptedAt: Instant,
});
export type RehearsedPost = z.infer<typeof RehearsedPost>;

/** A message that nobody wrote, from somebody who is not there. */
export const MadeUpMessage = z.object({
  message: MadeUpMessageName,
  from: z.string(),
  text: z.string(),
  answered: z.boolean(),
  parked: z.boolean(),
  /** Why the shield sets it aside before a curator sees it, as it does with a real one; null: it does not. */
  setAside: SetAside.nullable(),
});
export type MadeUpMessage = z.infer<typeof MadeUpMessage>;
