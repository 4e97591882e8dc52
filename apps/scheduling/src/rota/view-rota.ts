import { accept, type InputOf, type ResultOf, refuse, type viewRota } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { everybody, planRota } from './plan-rota.js';
import { findRota, rotaTold, ruleInForce } from './rotas.js';
import { situationOf } from './situation.js';
import { concernedTold } from './told.js';

@Injectable()
export class ViewRota implements Handles<typeof viewRota> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle({ charityId, rotaId }: InputOf<typeof viewRota>): Promise<ResultOf<typeof viewRota>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rota = await findRota(tx, rotaId);
      if (!rota) return refuse('notFound');
      const view = { now: await databaseNow(tx), rules: this.rules };
      const situation = await situationOf(tx, ruleInForce(rota), view);
      const { leftOut, concerned } = planRota(situation, everybody('keep'));
      return accept({
        ...rotaTold(rota, situation.slots),
        leftOut: [...leftOut],
        keptBeside: concerned.map(concernedTold),
      });
    });
  }
}
