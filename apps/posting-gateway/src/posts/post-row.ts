import type {
  AccountId,
  CuratorId,
  Finding,
  MediaId,
  MemberId,
  MentionId,
  PostId,
  PostKind,
  PostState,
  RejectionReason,
  ReplySettings,
  TakeoverId,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { KindOfPost } from '../costs/kind-of-post.js';

/** A post as its table keeps it; never leaves this service. */
export interface PostRow {
  readonly post_id: PostId;
  /** Null for a post of the charity's own. */
  readonly takeover_id: TakeoverId | null;
  readonly account_id: AccountId;
  readonly author: 'curator' | 'charity';
  readonly curator_id: CuratorId | null;
  readonly kind: PostKind;
  readonly thread_id: PostId;
  readonly position: number;
  readonly sealed_text: Buffer;
  readonly sealed_poll: Buffer | null;
  readonly fingerprint: Buffer;
  readonly weighted_length: number;
  readonly media_ids: MediaId[];
  readonly mention_id: MentionId | null;
  readonly reply_to_x_post_id: string | null;
  readonly reply_settings: ReplySettings;
  /** The moment its author chose. */
  readonly timed_for: Date | null;
  /** Its author wants to be asked first, and has not said yes yet. */
  readonly needs_yes: boolean;
  readonly cost_kind: KindOfPost;
  /** It waits for a higher limit. */
  readonly over_budget: boolean;
  /** It is held for nothing but the description of a picture, and goes on by itself. */
  readonly awaits_description: boolean;
  /** Nothing but the kill switch has held it. */
  readonly held_by_switch: boolean;
  readonly findings: Finding[];
  /** Grows whenever what would be sent changes: what was made ready from an earlier edition is not sent. */
  readonly edition: number;
  readonly accepted_at: Date;
  readonly state: PostState['state'];
  readonly due_at: Date;
  readonly retry_at: Date | null;
  readonly preparation_faults: number;
  readonly approved: boolean;
  readonly attempt: number;
  readonly attempted_at: Date | null;
  readonly maybe_out_since: Date | null;
  readonly looking_until: Date | null;
  readonly x_post_id: string | null;
  readonly published_at: Date | null;
  readonly deleted_at: Date | null;
  readonly sealed_decline_reason: Buffer | null;
  /** Who of the team said no last, until somebody says yes. */
  readonly declined_by: MemberId | null;
  readonly rejection_reason: RejectionReason | null;
  readonly rejection_words: string | null;
  readonly revision: number;
  readonly edits: number;
  readonly edit_fingerprint: Buffer | null;
  /** Where in its thread the part stands that failed and stopped this one. */
  readonly stopped_with: number | null;
}

export async function findPost(tx: Tx, postId: PostId): Promise<PostRow | undefined> {
  const [row] = await tx.query<PostRow>('SELECT * FROM post WHERE post_id = $1', [postId]);
  return row;
}

/** Nobody else changes the post until this transaction ends. Lock its lane first where the lane changes too. */
export async function lockPost(tx: Tx, postId: PostId): Promise<PostRow | undefined> {
  const [row] = await tx.query<PostRow>('SELECT * FROM post WHERE post_id = $1 FOR UPDATE', [postId]);
  return row;
}

/** All parts of a thread, in order; the same as `lockPost` for each of them. */
export const lockThread = (tx: Tx, threadId: PostId): Promise<PostRow[]> =>
  tx.query('SELECT * FROM post WHERE thread_id = $1 ORDER BY position FOR UPDATE', [threadId]);

export const postsOfTakeover = (tx: Tx, takeoverId: TakeoverId): Promise<PostRow[]> =>
  tx.query('SELECT * FROM post WHERE takeover_id = $1 ORDER BY sequence', [takeoverId]);
