import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { writersOf } from '../pulse/keep-words.js';

const approved = `
  SELECT sealed FROM pulse_words JOIN pulse_answer USING (charity_id, takeover_id, answer_id)
   WHERE charity_id = $1 AND takeover_id = $2 AND may_be_shown
   ORDER BY answered_at DESC, answer_id LIMIT 100`;

/** What followers wrote and the team approved. */
export async function followersWords(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<string[]> {
  const rows = await tx.query<{ sealed: Buffer }>(approved, [tx.charityId, takeoverId]);
  const owner = writersOf(takeoverId);
  return vault.openAll(
    tx,
    'words',
    rows.map(({ sealed }) => ({ owner, sealed })),
  );
}
