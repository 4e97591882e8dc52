import type { Tx } from '@baton/persistence';

/**
 * Notes that slots of a charity were derived by this edition of the zone database: the oldest one in use is what counts. A
 * process with a newer one finds the charity by it, and derives its slots anew.
 */
export async function heedLaw(tx: Tx, law: string): Promise<void> {
  await tx.query(
    `INSERT INTO zone_law (charity_id, law) VALUES ($1, $2)
     ON CONFLICT (charity_id) DO UPDATE SET law = excluded.law WHERE zone_law.law > excluded.law`,
    [tx.charityId, law],
  );
}

/** Every slot ahead is derived by this edition now. */
export async function isByLaw(tx: Tx, law: string): Promise<void> {
  await tx.query('UPDATE zone_law SET law = $2 WHERE charity_id = $1', [tx.charityId, law]);
}
