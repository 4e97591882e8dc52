import { type CharityId, DraftContent } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { DraftKey, DraftRow } from './draft-row.js';

/** A key for each draft: erasing one, in every copy of the tables, is shredding it. */
const ownerOf = ({ curatorId, draftId }: DraftKey) => `draft:${curatorId}:${draftId}`;

export const sealContent = (vault: Vault, tx: Tx, draft: DraftKey, content: DraftContent): Promise<Buffer> =>
  vault.seal(tx, ownerOf(draft), 'content', JSON.stringify(content));

export const openContent = async (vault: Vault, tx: Tx, row: DraftRow): Promise<DraftContent> => {
  const key = { curatorId: row.curator_id, draftId: row.draft_id };
  return DraftContent.parse(JSON.parse(await vault.open(tx, ownerOf(key), 'content', row.sealed_content)));
};

export const shredContent = (vault: Vault, tx: Tx, draft: DraftKey): Promise<void> =>
  vault.shred(tx, ownerOf(draft));

/** Equal for equal content, and nobody can try out guesses on it. */
export const fingerprintOf = (vault: Vault, charityId: CharityId, content: DraftContent): Promise<Buffer> =>
  vault.fingerprint(charityId, 'draft', JSON.stringify(DraftContent.parse(content)));
