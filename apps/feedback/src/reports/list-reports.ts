import { accept, type InputOf, type listReports, type OutputOf, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { readClock, weekendsBefore } from '../takeovers/read-weekends.js';
import { weekendOf } from '../takeovers/weekend.js';

@Injectable()
export class ListReports implements Handles<typeof listReports> {
  constructor(private readonly database: Database) {}

  handle({ charityId, before, limit }: InputOf<typeof listReports>): Promise<ResultOf<typeof listReports>> {
    return this.database.inCharity(charityId, async (tx) => {
      const { zone, now } = await readClock(tx);
      const until = before === undefined || new Date(before) > now ? now : new Date(before);
      const rows = await weekendsBefore(tx, { before: until, limit });
      return accept({
        zone,
        weekends: rows.map((row) => weekendOf(row, now)),
        years: await yearsWith(tx, now),
      });
    });
  }
}

const yearsWith = (tx: Tx, now: Date): Promise<OutputOf<typeof listReports>['years']> =>
  tx.query(
    `SELECT extract(year FROM opens_at AT TIME ZONE zone)::int AS year, count(*)::int AS weekends
       FROM weekend JOIN charity USING (charity_id)
      WHERE charity_id = $1 AND opens_at < $2 AND NOT (never_opened AND coalesce(because, 'over') <> 'over')
      GROUP BY 1 ORDER BY 1 DESC`,
    [tx.charityId, now],
  );
