import type { CuratorId, DraftId, DraftState, MediaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** A draft as its table keeps it; never leaves this service. */
export interface DraftRow {
  readonly curator_id: CuratorId;
  readonly draft_id: DraftId;
  readonly state: DraftState;
  readonly revision: number;
  readonly sealed_content: Buffer;
  readonly fingerprint: Buffer;
  readonly media_ids: MediaId[];
  readonly changed_at: Date;
}

export interface DraftKey {
  readonly curatorId: CuratorId;
  readonly draftId: DraftId;
}

const thisOne = 'charity_id = $1 AND curator_id = $2 AND draft_id = $3';

/** How long what was discarded or sent can be restored. */
export const restorableDays = 30;

/** Whether a draft is there for its curator: what has been put away is erased once a day, and gone before that. */
export const isThere = `(state = 'open' OR changed_at > baton.now() - interval '${restorableDays} days')`;

/** A draft of this curator. Another curator's is not found. */
export async function findDraft(tx: Tx, { curatorId, draftId }: DraftKey): Promise<DraftRow | undefined> {
  const [row] = await tx.query<DraftRow>(`SELECT * FROM draft WHERE ${thisOne} AND ${isThere}`, [
    ...[tx.charityId, curatorId, draftId],
  ]);
  return row;
}

/** The same, and nobody changes or erases it until this transaction ends; also where it cannot be restored any more. */
export async function lockDraft(tx: Tx, { curatorId, draftId }: DraftKey): Promise<DraftRow | undefined> {
  const [row] = await tx.query<DraftRow>(`SELECT * FROM draft WHERE ${thisOne} FOR UPDATE`, [
    ...[tx.charityId, curatorId, draftId],
  ]);
  return row;
}
