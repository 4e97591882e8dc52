import {
  accept,
  type InputOf,
  type listNominations,
  type NominationState,
  type OutputOf,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Nomination, nominationColumns } from './nomination-row.js';

type Answer = OutputOf<typeof listNominations>;

const newest = `SELECT ${nominationColumns} FROM nomination WHERE charity_id = $1 ORDER BY asked_at DESC, nomination_id LIMIT $2`;
const count = 'SELECT state, count(*)::int AS count FROM nomination WHERE charity_id = $1 GROUP BY state';

/** Nothing is opened: the team sees that people are suggested and how it goes, and never who they are. */
@Injectable()
export class ListNominations implements Handles<typeof listNominations> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, limit }: InputOf<typeof listNominations>) {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<Nomination>(newest, [charityId, limit]);
      const counted = await tx.query<{ state: NominationState; count: number }>(count, [charityId]);
      const counts: Answer['counts'] = Object.fromEntries(counted.map((row) => [row.state, row.count]));
      return accept({ nominations: rows.map(present), counts });
    });
  }
}

const present = ({
  nominationId,
  nominatedBy,
  curatorId,
  state,
  ...at
}: Nomination): Answer['nominations'][number] => ({
  ...{ nominationId, nominatedBy, curatorId, state },
  askedAt: at.askedAt.toISOString(),
  since: at.since.toISOString(),
});
