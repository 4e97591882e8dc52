import {
  type CuratorId,
  type InputOf,
  mostPassedOn,
  nominationLastsDays,
  type passTheBaton,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { curatorOf } from '../me/curator-of.js';
import { hasCurated } from '../part/curated-takeovers.js';
import { AskNominee } from './ask-nominee.js';
import { findNomination } from './nomination-row.js';

/** Counted whatever became of them: how many are left must not tell who answered. */
const passedOnLately = `
  SELECT count(*)::int AS count FROM nomination
   WHERE charity_id = $1 AND curator_id = $2 AND asked_at > baton.now() - make_interval(days => $3)`;

/** Who has had the account says who might have it next. */
@Injectable()
export class PassTheBaton implements Handles<typeof passTheBaton> {
  constructor(
    private readonly database: Database,
    private readonly asking: AskNominee,
  ) {}

  async handle(
    { charityId, ...nominee }: InputOf<typeof passTheBaton>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof passTheBaton>> {
    const curatorId = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const curator = await findByCurator(tx, curatorId, 'FOR UPDATE');
      if (!curator) return refuse('notFound');
      if (!(await hasCurated(tx, curator))) return refuse('notYet');
      const isAgain = await findNomination(tx, nominee.nominationId);
      if (!isAgain && (await passedOn(tx, curatorId)) >= mostPassedOn) return refuse('enough');
      return this.asking.ask(tx, nominee, caller);
    });
  }
}

async function passedOn(tx: Tx, curatorId: CuratorId): Promise<number> {
  const [lately] = await tx.query<{ count: number }>(passedOnLately, [
    tx.charityId,
    curatorId,
    nominationLastsDays,
  ]);
  return lately?.count ?? 0;
}
