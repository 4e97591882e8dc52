import type { Tx } from '@baton/persistence';

/** The charity's zone, or undefined as long as the fact that it was registered is still on its way. */
export async function zoneOfCharity(tx: Tx): Promise<string | undefined> {
  const [charity] = await tx.query<{ zone: string }>('SELECT zone FROM charity');
  return charity?.zone;
}
