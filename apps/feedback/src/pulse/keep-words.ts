import type { CheckName, PulseAnswerId, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/** Whose key seals what followers wrote about a takeover: shredded when they have been kept long enough. */
export const writersOf = (takeoverId: TakeoverId): string => `pulse-words:${takeoverId}`;

interface Words {
  readonly words: string;
  readonly kinds: readonly CheckName[];
  readonly isCrisis: boolean;
}
interface Whose {
  readonly takeoverId: TakeoverId;
  readonly answerId: PulseAnswerId;
}

/**
 * The words of an answer as they are from now on: whoever had looked at other ones has not looked at these, and nobody has said
 * that they may be shown. Words of a crisis stay, above the new ones, until one of the team has read them.
 */
export async function keepWords(tx: Tx, vault: Vault, whose: Whose, said: Words): Promise<void> {
  const unread = await unreadCrisis(tx, vault, whose);
  if (unread && said.words === '') return;
  const { words, kinds, isCrisis } = unread ? joined(unread, said) : said;
  const { takeoverId, answerId } = whose;
  const key = [tx.charityId, takeoverId, answerId];
  await tx.query(
    'DELETE FROM pulse_words WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3',
    key,
  );
  if (words === '') return;
  await tx.query(
    `INSERT INTO pulse_words (charity_id, takeover_id, answer_id, sealed, kinds, is_crisis, may_be_shown)
     VALUES ($1, $2, $3, $4, $5, $6, false)`,
    [...key, await vault.seal(tx, writersOf(takeoverId), 'words', words), kinds, isCrisis],
  );
}

async function unreadCrisis(
  tx: Tx,
  vault: Vault,
  { takeoverId, answerId }: Whose,
): Promise<Words | undefined> {
  const [row] = await tx.query<{ sealed: Buffer; kinds: CheckName[] }>(
    `SELECT sealed, kinds FROM pulse_words
      WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3 AND is_crisis
        AND NOT EXISTS (SELECT FROM pulse_look WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3)`,
    [tx.charityId, takeoverId, answerId],
  );
  if (!row) return undefined;
  const words = await vault.open(tx, writersOf(takeoverId), 'words', row.sealed);
  return { words, kinds: row.kinds, isCrisis: true };
}

const later = '\n\n— later, from the same device: —\n\n';

/** The first words of a crisis and the newest words: what lies between cannot grow without an end. */
function joined(before: Words, said: Words): Words {
  const [first = ''] = before.words.split(later);
  return {
    words: first === said.words ? first : `${first}${later}${said.words}`,
    kinds: [...new Set([...before.kinds, ...said.kinds])],
    isCrisis: true,
  };
}

export async function eraseWords(tx: Tx, vault: Vault, takeoverId: TakeoverId): Promise<void> {
  await tx.query('DELETE FROM pulse_words WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
  ]);
  await vault.shred(tx, writersOf(takeoverId));
}
