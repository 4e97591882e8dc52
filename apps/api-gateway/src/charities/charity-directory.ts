import { type CharityId, type OutputOf, viewCharity } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

export type Charity = OutputOf<typeof viewCharity>;

export const charityColumns = 'charity_id AS "charityId", name, slug, zone';

/** The public list of charities: the one table that is read before a charity is known. */
@Injectable()
export class CharityDirectory {
  constructor(private readonly database: Database) {}

  all(): Promise<Charity[]> {
    return this.database.asWorker((tx) =>
      tx.query<Charity>(`SELECT ${charityColumns} FROM charity ORDER BY name, slug`),
    );
  }

  async byId(charityId: CharityId): Promise<Charity | undefined> {
    const [charity] = await this.database.asWorker((tx) =>
      tx.query<Charity>(`SELECT ${charityColumns} FROM charity WHERE charity_id = $1`, [charityId]),
    );
    return charity;
  }

  async bySlug(slug: string): Promise<Charity | undefined> {
    const [charity] = await this.database.asWorker((tx) =>
      tx.query<Charity>(`SELECT ${charityColumns} FROM charity WHERE slug = $1`, [slug]),
    );
    return charity;
  }
}
