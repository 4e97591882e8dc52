import { accept, type InputOf, type previewHiatus, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { concernedTold } from '../rota/told.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { judgeHiatus } from './judge-hiatus.js';
import { inTurn, touchedBy } from './plan-around-hiatus.js';

/** Plans as `set-hiatus` would where booked slots are kept, and changes nothing. */
@Injectable()
export class PreviewHiatus implements Handles<typeof previewHiatus> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle({ charityId, ...days }: InputOf<typeof previewHiatus>): Promise<ResultOf<typeof previewHiatus>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await zoneOfCharity(tx))) return refuse('unavailable');
      const thoughtOf = { ...days, label: '' };
      const view = { now: await databaseNow(tx), rules: this.rules, thoughtOf };
      const impossible = judgeHiatus(thoughtOf, view.now);
      if (impossible) return impossible;
      const choice = { what: 'keep' as const, concerns: await touchedBy(tx, thoughtOf, view) };
      const { concerned, slotsGone } = await inTurn(tx, choice, { view, doing: async () => undefined });
      return accept({ slotsGone, booked: concerned.map(concernedTold) });
    });
  }
}
