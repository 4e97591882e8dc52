import {
  accept,
  type InputOf,
  type listSwapChoices,
  type ResultOf,
  refuse,
  type SlotId,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { curatorOf } from '../booking/curator-of.js';
import { findTakeover } from '../takeovers/takeovers.js';

interface Row {
  readonly slotId: SlotId;
  readonly penName: string | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const most = 10;

/** Whoever is not named to the public, be it by their own wish or because they rest, is not named here either. */
const choices = `
  SELECT slot_id AS "slotId", opens_at AS "opensAt", closes_at AS "closesAt",
         CASE WHEN identity_level <> 'anonymous' AND withdrawn_at IS NULL THEN pen_name END AS "penName"
    FROM takeover JOIN curator USING (charity_id, curator_id)
   WHERE takeover.charity_id = $1 AND state = 'scheduled' AND curator_id <> $2
     AND opens_at > (SELECT baton.now()) + interval '1 hour'
   ORDER BY abs(extract(epoch FROM opens_at - $3::timestamptz)), opens_at LIMIT ${most}`;

@Injectable()
export class ListSwapChoices implements Handles<typeof listSwapChoices> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof listSwapChoices>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listSwapChoices>> {
    const self = curatorOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await findTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (takeover.curatorId !== self) return refuse('notYours');
      const rows = await tx.query<Row>(choices, [charityId, self, takeover.opensAt]);
      return accept({
        choices: rows.map(({ slotId, penName, opensAt, closesAt }) => ({
          ...{ slotId, penName },
          ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
        })),
      });
    });
  }
}
