import { accept, type InputOf, isRefusal, type previewRota, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { judgeRule } from './judge-rule.js';
import { everybody, planRota } from './plan-rota.js';
import { ruleKept } from './rota-rule.js';
import { findRota } from './rotas.js';
import { ruleOfInput } from './rule-of-input.js';
import { situationOf } from './situation.js';
import { concernedTold, windowTold } from './told.js';

/** Plans as `define-rota` would where booked slots are kept, and changes nothing. */
@Injectable()
export class PreviewRota implements Handles<typeof previewRota> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle(input: InputOf<typeof previewRota>): Promise<ResultOf<typeof previewRota>> {
    return this.database.inCharity(input.charityId, async (tx) => {
      const zone = input.zone ?? (await zoneOfCharity(tx));
      if (!zone) return refuse('unavailable');
      const read = ruleOfInput(input, zone);
      if (isRefusal(read)) return read;
      const now = await databaseNow(tx);
      const impossible = judgeRule(read.value, now);
      if (impossible) return impossible;
      if ((await findRota(tx, input.rotaId))?.endedAt) return refuse('rotaEnded');
      const rota = { rotaId: input.rotaId, rule: read.value };
      const plan = planRota(await situationOf(tx, rota, { now, rules: this.rules }), everybody('keep'));
      return accept({
        rotaId: input.rotaId,
        rule: ruleKept(read.value),
        added: plan.added.map(windowTold),
        removed: plan.removed.map(windowTold),
        kept: plan.kept.length,
        booked: plan.concerned.map(concernedTold),
        leftOut: [...plan.leftOut],
      });
    });
  }
}
