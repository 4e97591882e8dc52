import type {
  AccountId,
  CuratorId,
  Finding,
  MediaId,
  MentionId,
  PostId,
  PostKind,
  ReplySettings,
  StoryVoice,
  TakeoverId,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { KindOfPost } from '../costs/kind-of-post.js';
import type { PostRow } from './post-row.js';

export interface NewPost {
  readonly postId: PostId;
  readonly takeoverId: TakeoverId | null;
  readonly accountId: AccountId;
  readonly author: 'curator' | 'charity';
  readonly curatorId: CuratorId | null;
  readonly kind: PostKind;
  readonly threadId: PostId;
  readonly position: number;
  readonly sealedText: Buffer;
  readonly sealedPoll: Buffer | null;
  readonly fingerprint: Buffer;
  readonly weightedLength: number;
  readonly mediaIds: readonly MediaId[];
  readonly mentionId: MentionId | null;
  readonly replyToXPostId: string | null;
  readonly replySettings: ReplySettings;
  readonly timedFor: Date | null;
  readonly needsYes: boolean;
  readonly costKind: KindOfPost;
  readonly awaitsDescription: boolean;
  /** Absent: something else than the kill switch holds it, or nothing. */
  readonly heldBySwitch?: boolean;
  readonly findings: readonly Finding[];
  readonly acceptedAt: Date;
  readonly state: 'held' | 'queued';
  readonly dueAt: Date;
  readonly story: readonly StoryLine[];
}

export interface StoryLine {
  readonly by: StoryVoice;
  readonly what: string;
}

/** A held post's first fact is that it is held; a queued one has nothing to say yet. */
const insert = `
  INSERT INTO post (charity_id, post_id, takeover_id, account_id, author, curator_id, kind, thread_id, position,
                    sealed_text, fingerprint, weighted_length, media_ids, mention_id, reply_to_x_post_id,
                    findings, accepted_at, state, due_at, sealed_poll, reply_settings, timed_for, needs_yes,
                    awaits_description, cost_kind, held_by_switch, revision)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
          $20, $21, $22, $23, $24, $25, $26,
          CASE WHEN $18 = 'held' THEN 1 ELSE 0 END)
  ON CONFLICT (charity_id, post_id) DO NOTHING
  RETURNING *`;

const insertStory = `
  INSERT INTO post_story (charity_id, post_id, at, what, voice)
  SELECT $1, post_id, $2, what, voice FROM unnest($3::uuid[], $4::text[], $5::text[]) AS told (post_id, what, voice)`;

/** Writes posts with how their story begins; a post whose id is taken is left out of the answer. */
export async function storePosts(tx: Tx, posts: readonly NewPost[]): Promise<PostRow[]> {
  const stored: PostRow[] = [];
  for (const post of posts) {
    const rows = await tx.query<PostRow>(insert, [
      tx.charityId,
      post.postId,
      post.takeoverId,
      post.accountId,
      post.author,
      post.curatorId,
      post.kind,
      post.threadId,
      post.position,
      post.sealedText,
      post.fingerprint,
      post.weightedLength,
      post.mediaIds,
      post.mentionId,
      post.replyToXPostId,
      JSON.stringify(post.findings),
      post.acceptedAt,
      post.state,
      post.dueAt,
      post.sealedPoll,
      post.replySettings,
      post.timedFor,
      post.needsYes,
      post.awaitsDescription,
      post.costKind,
      post.heldBySwitch ?? false,
    ]);
    stored.push(...rows);
  }
  const told = posts
    .filter((post) => stored.some((row) => row.post_id === post.postId))
    .flatMap(({ postId, story, acceptedAt }) => story.map((line) => ({ postId, acceptedAt, ...line })));
  if (told.length > 0) {
    await tx.query(insertStory, [
      tx.charityId,
      told[0]?.acceptedAt,
      told.map(({ postId }) => postId),
      told.map(({ what }) => what),
      told.map(({ by }) => by),
    ]);
  }
  return stored;
}
