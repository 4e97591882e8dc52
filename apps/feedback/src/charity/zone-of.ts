import type { Tx } from '@baton/persistence';

/** Throws where the charity has not been heard of yet. */
export async function zoneOf(tx: Tx): Promise<string> {
  const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity WHERE charity_id = $1', [
    tx.charityId,
  ]);
  if (!charity) throw new Error('a survey of a charity that is not known here');
  return charity.zone;
}
