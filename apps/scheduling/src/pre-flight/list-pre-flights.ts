import { accept, type InputOf, type listPreFlights, type OutputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

type Shown = OutputOf<typeof listPreFlights>['preFlights'][number];
interface Row extends Omit<Shown, 'opensAt' | 'askedAt'> {
  readonly opensAt: Date;
  readonly askedAt: Date;
}

const looks = `
  SELECT takeover_id AS "takeoverId", time, opens_at AS "opensAt", asked_at AS "askedAt", problems FROM pre_flight
   WHERE charity_id = $1 ORDER BY opens_at DESC, asked_at DESC LIMIT 40`;

@Injectable()
export class ListPreFlights implements Handles<typeof listPreFlights> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listPreFlights>) {
    const rows = await this.database.inCharity(charityId, (tx) => tx.query<Row>(looks, [charityId]));
    const preFlights = rows.map((row) => ({
      ...row,
      opensAt: row.opensAt.toISOString(),
      askedAt: row.askedAt.toISOString(),
    }));
    return accept({ preFlights });
  }
}
