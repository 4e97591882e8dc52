import { accept, type InputOf, type setScreeningTarget } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';

const set = `
  INSERT INTO screening (charity_id, target_days) VALUES ($1, $2)
  ON CONFLICT (charity_id) DO UPDATE SET target_days = excluded.target_days, next_round_at = baton.now()`;

/** From now on, and for whoever waits already: who has waited longer than that is told of soon. */
@Injectable()
export class SetScreeningTarget implements Handles<typeof setScreeningTarget> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, days }: InputOf<typeof setScreeningTarget>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(set, [charityId, days]);
      await noteInAudit(tx, { by: caller, action: 'screening.target-set', details: { days } });
      return accept({ days });
    });
  }
}
