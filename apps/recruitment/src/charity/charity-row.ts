import type { Tx } from '@baton/persistence';

export interface CharityHere {
  readonly name: string;
  readonly slug: string;
  readonly zone: string;
}

/** Undefined where the charity's registration has not been heard yet. */
export async function findCharity(tx: Tx): Promise<CharityHere | undefined> {
  const [charity] = await tx.query<CharityHere>(
    'SELECT name, slug, zone FROM charity WHERE charity_id = $1',
    [tx.charityId],
  );
  return charity;
}
