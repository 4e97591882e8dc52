import {
  accept,
  type Caller,
  type HiatusId,
  type InputOf,
  type ResultOf,
  type removeHiatus,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { fillAll } from '../rota/fill-rota.js';
import { planAlone } from '../rota/slots-ahead.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { forgetHiatus } from './hiatuses.js';

type Answer = ResultOf<typeof removeHiatus>;

@Injectable()
export class RemoveHiatus implements Handles<typeof removeHiatus> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle({ charityId, hiatusId }: InputOf<typeof removeHiatus>, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(charityId, async (tx) => {
      await planAlone(tx);
      const view = { now: await databaseNow(tx), rules: this.rules };
      if (!(await forgetHiatus(tx, hiatusId))) return accept({ hiatusId, slotsBack: 0 });
      await note(tx, { hiatusId, by: caller, at: view.now });
      return accept({ hiatusId, slotsBack: await fillAll(tx, view) });
    });
  }
}

const note = (tx: Tx, { hiatusId, by, at }: { hiatusId: HiatusId; by: Caller; at: Date }): Promise<void> =>
  appendFacts(tx, newAuditFact(schedulingAudited, { by, action: 'hiatus.removed', about: hiatusId, at }));
