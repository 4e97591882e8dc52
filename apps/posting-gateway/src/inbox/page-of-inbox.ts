import type { CharityId, MentionConcern, MentionId, PostId, Severity, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface MentionRow {
  readonly mentionId: MentionId;
  readonly sealed: Buffer;
  readonly at: Date;
  readonly answered: boolean;
  readonly hiddenOnX: boolean;
  readonly kinds: MentionConcern[] | null;
  readonly severity: Severity | null;
  readonly inReplyTo: PostId | null;
  /** X has refused an answer to it. */
  readonly unanswerable: boolean;
  /** X does not show it any more, and it has no words here. */
  readonly gone: boolean;
}

/** Of what it answers: the post itself where Baton wrote it, otherwise the one that began the conversation. */
const mentionColumns = `mention_id AS "mentionId", sealed_words AS sealed, at,
  answered_at IS NOT NULL AS answered, hidden_on_x_at IS NOT NULL AS "hiddenOnX", set_aside AS kinds, severity, unanswerable_at IS NOT NULL AS unanswerable, gone_at IS NOT NULL AS gone,
  (SELECT post_id FROM post
    WHERE post.charity_id = mention.charity_id
      AND post.x_post_id IN (mention.answers_x_post_id, mention.conversation_x_post_id)
    ORDER BY post.x_post_id = mention.answers_x_post_id DESC LIMIT 1) AS "inReplyTo"`;

/** Why it was set aside; null: it was not. */
export const whyAside = ({ kinds, severity }: MentionRow) => (kinds && severity ? { kinds, severity } : null);

/** One message of a takeover's inbox; of another takeover's nothing. */
export async function readMessage(
  tx: Tx,
  of: { readonly charityId: CharityId; readonly takeoverId: TakeoverId; readonly mentionId: MentionId },
): Promise<MentionRow | undefined> {
  const [row] = await tx.query<MentionRow>(
    `SELECT ${mentionColumns} FROM mention WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $3`,
    [of.charityId, of.takeoverId, of.mentionId],
  );
  return row;
}

/** One page, newest first: what the curator sees, or what was set aside. */
export async function pageOfInbox(
  tx: Tx,
  of: {
    readonly charityId: CharityId;
    readonly takeoverId: TakeoverId;
    readonly after?: MentionId | undefined;
    readonly limit: number;
  },
  which: 'shown' | 'setAside',
): Promise<{ readonly rows: readonly MentionRow[]; readonly next: MentionId | null }> {
  const found = await tx.query<MentionRow>(
    `SELECT ${mentionColumns} FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND (set_aside IS NOT NULL) = $3 AND (parked_at IS NULL OR $3)
        AND ($4::uuid IS NULL OR (at, mention_id) < (
              SELECT at, mention_id FROM mention WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $4))
      ORDER BY at DESC, mention_id DESC LIMIT $5 + 1`,
    [of.charityId, of.takeoverId, which === 'setAside', of.after ?? null, of.limit],
  );
  const rows = found.slice(0, of.limit);
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.mentionId ?? null) : null };
}
