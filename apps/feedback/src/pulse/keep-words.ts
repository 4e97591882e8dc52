import type { CheckName, PulseAnswerId, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/** Whose key seals what followers wrote about a takeover: shredded when they have been kept long enough. */
export const writersOf = (takeoverId: TakeoverId): string => `pulse-words:${takeoverId}`;

/** The words of an answer as they are from now on; whoever had looked at other ones has not looked at these. */
export async function keepWords(
  tx: Tx,
  vault: Vault,
  {
    takeoverId,
    answerId,
    words,
    kinds,
  }: { takeoverId: TakeoverId; answerId: PulseAnswerId; words: string; kinds: readonly CheckName[] },
): Promise<void> {
  const key = [tx.charityId, takeoverId, answerId];
  await tx.query(
    'DELETE FROM pulse_words WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3',
    key,
  );
  if (words === '') return;
  await tx.query(
    `INSERT INTO pulse_words (charity_id, takeover_id, answer_id, sealed, kinds, may_be_shown)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [...key, await vault.seal(tx, writersOf(takeoverId), 'words', words), kinds, kinds.length === 0],
  );
}

export async function eraseWords(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<void> {
  await tx.query('DELETE FROM pulse_words WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
  ]);
  await vault.shred(tx, writersOf(takeoverId));
}
