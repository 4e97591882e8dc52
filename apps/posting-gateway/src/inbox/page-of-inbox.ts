import type { CharityId, MentionConcern, MentionId, Severity, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export interface MentionRow {
  readonly mentionId: MentionId;
  readonly sealed: Buffer;
  readonly at: Date;
  readonly answered: boolean;
  readonly kinds: MentionConcern[] | null;
  readonly severity: Severity | null;
}

export const mentionColumns = `mention_id AS "mentionId", sealed_words AS sealed, at,
  answered_at IS NOT NULL AS answered, set_aside AS kinds, severity`;

/** Why it was set aside; null: it was not. */
export const whyAside = ({ kinds, severity }: MentionRow) => (kinds && severity ? { kinds, severity } : null);

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
      WHERE charity_id = $1 AND takeover_id = $2 AND (set_aside IS NOT NULL) = $3
        AND ($4::uuid IS NULL OR (at, mention_id) < (
              SELECT at, mention_id FROM mention WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $4))
      ORDER BY at DESC, mention_id DESC LIMIT $5 + 1`,
    [of.charityId, of.takeoverId, which === 'setAside', of.after ?? null, of.limit],
  );
  const rows = found.slice(0, of.limit);
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.mentionId ?? null) : null };
}
