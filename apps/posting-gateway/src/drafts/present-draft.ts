import type { Draft, DraftSummary } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { DraftRow } from './draft-row.js';
import { openContent } from './sealed-draft.js';

/** As much of a text as a list shows: a post as X counts it. */
const openingLength = 280;

export async function presentDraft(tx: Tx, vault: Vault, row: DraftRow): Promise<Draft> {
  return { ...headOf(row), ...(await openContent(vault, tx, row)) };
}

export async function summariseDraft(tx: Tx, vault: Vault, row: DraftRow): Promise<DraftSummary> {
  const { posts } = await openContent(vault, tx, row);
  const text = posts.find((post) => post.text.trim() !== '')?.text ?? '';
  return {
    ...headOf(row),
    opening: [...text.slice(0, 2 * openingLength)].slice(0, openingLength).join(''),
    posts: posts.length,
    pictures: row.media_ids.length,
  };
}

const headOf = (row: DraftRow) => ({
  draftId: row.draft_id,
  state: row.state,
  revision: row.revision,
  changedAt: row.changed_at.toISOString(),
});
