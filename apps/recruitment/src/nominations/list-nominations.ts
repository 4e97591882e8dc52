import { accept, type InputOf, type listNominations, type OutputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { suggestedByWeek } from './suggested-by-week.js';

type Week = OutputOf<typeof listNominations>['weeks'][number];

const weeks = `${suggestedByWeek('WHERE charity_id = $1')} ORDER BY week DESC, nominated_by`;

/** The team sees that people are suggested, and never who they are or what became of it. */
@Injectable()
export class ListNominations implements Handles<typeof listNominations> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listNominations>) {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ weeks: await tx.query<Week>(weeks, [charityId]) }),
    );
  }
}
