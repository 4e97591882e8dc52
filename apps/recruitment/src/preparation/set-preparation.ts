import { accept, type InputOf, type Requirement, type setPreparation } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, applicationColumns } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { ReachReady } from './reach-ready.js';
import { requirementsOf } from './requirements.js';

const keep = `
  INSERT INTO preparation_setting AS known (charity_id, item, requirement) VALUES ($1, $2, $3)
  ON CONFLICT (charity_id, item) DO UPDATE SET requirement = excluded.requirement
   WHERE known.requirement <> excluded.requirement RETURNING 1`;
const whoPrepares = `
  SELECT ${applicationColumns} FROM application WHERE charity_id = $1 AND state = 'preparing'
   ORDER BY application_id FOR UPDATE`;

/** Another list: whoever has done all that is asked now is ready at once. */
@Injectable()
export class SetPreparation implements Handles<typeof setPreparation> {
  constructor(
    private readonly database: Database,
    private readonly ready: ReachReady,
  ) {}

  async handle({ charityId, ...asked }: InputOf<typeof setPreparation>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const changed = await this.keep(tx, asked);
      if (Object.keys(changed).length > 0) {
        await noteInAudit(tx, { by: caller, action: 'preparation.set', about: charityId, details: changed });
        for (const curator of await tx.query<Application>(whoPrepares, [charityId]))
          await this.ready.look(tx, curator);
      }
      return accept(await requirementsOf(tx));
    });
  }

  private async keep(tx: Tx, asked: Partial<Record<string, Requirement | undefined>>) {
    const changed: Record<string, Requirement> = {};
    for (const [item, requirement] of Object.entries(asked)) {
      if (!requirement) continue;
      const kept = await tx.query(keep, [tx.charityId, item, requirement]);
      if (kept.length > 0) changed[item] = requirement;
    }
    return changed;
  }
}
