import { CharityId, platformId } from '@baton/contracts';
import type { Database } from '@baton/persistence';

export interface Chain {
  readonly charityId: CharityId;
  readonly name: string;
}

/** Every chain there is, those of charities that have left among them. */
export async function allChains(database: Database): Promise<Chain[]> {
  const rows = await database.asWorker((tx) =>
    tx.query<{ charityId: CharityId; slug: string | null }>(
      `SELECT charity_id AS "charityId", slug FROM audit_chain LEFT JOIN charity USING (charity_id)
        ORDER BY slug, charity_id`,
    ),
  );
  return rows.map(({ charityId, slug }) => ({ charityId, name: slug ?? nameWithoutSlug(charityId) }));
}

/**
 * The chain of a charity by short name or id. An id is taken as it is: a chain that somebody has an anchor of, and that is
 * not there any more, is a broken one and no unknown one.
 */
export async function chainOf(database: Database, charity: string): Promise<Chain | undefined> {
  const id = CharityId.safeParse(charity);
  const [row] = await database.asWorker((tx) =>
    tx.query<{ charityId: CharityId; slug: string }>(
      'SELECT charity_id AS "charityId", slug FROM charity WHERE slug = $1 OR charity_id = $2',
      [charity, id.data ?? null],
    ),
  );
  if (row) return { charityId: row.charityId, name: row.slug };
  return id.data && { charityId: id.data, name: nameWithoutSlug(id.data) };
}

const nameWithoutSlug = (charityId: CharityId): string =>
  charityId === platformId ? 'the platform' : 'no charity aboard';
