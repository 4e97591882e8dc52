import type { Brand, CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { onDark } from './readable-colour.js';

/** How charities look. */
@Injectable()
export class Brands {
  constructor(private readonly database: Database) {}

  of(charityId: CharityId): Promise<Brand | null> {
    return this.database.inCharity(charityId, brandIn);
  }

  /** The logo as PNG, where there is one. */
  async logoOf(charityId: CharityId): Promise<Buffer | undefined> {
    const [row] = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ logo: Buffer | null }>('SELECT logo FROM brand WHERE charity_id = $1', [charityId]),
    );
    return row?.logo ?? undefined;
  }
}

export async function brandIn(tx: Tx): Promise<Brand | null> {
  const [row] = await tx.query<{ colour: string; logo_description: string | null }>(
    'SELECT colour, logo_description FROM brand WHERE charity_id = $1',
    [tx.charityId],
  );
  if (!row) return null;
  return { colour: row.colour, colourOnDark: onDark(row.colour), logoDescription: row.logo_description };
}
