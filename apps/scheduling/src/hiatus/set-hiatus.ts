import {
  accept,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
  type setHiatus,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { applyPlan } from '../rota/apply-plan.js';
import { askOfBooked } from '../rota/ask-of-booked.js';
import type { View } from '../rota/situation.js';
import { holdSlots, planAlone } from '../rota/slots-ahead.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { type Hiatus, hiatusesOf, saveHiatus } from './hiatuses.js';
import { judgeHiatus } from './judge-hiatus.js';
import { inTurn, touchedBy } from './plan-around-hiatus.js';

type Input = InputOf<typeof setHiatus>;
type Answer = ResultOf<typeof setHiatus>;

const mostHiatuses = 100;

@Injectable()
export class SetHiatus implements Handles<typeof setHiatus> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle({ charityId, booked, ...hiatus }: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(charityId, async (tx) => {
      if (!(await zoneOfCharity(tx))) return refuse('unavailable');
      const view = { now: await databaseNow(tx), rules: this.rules };
      return judgeHiatus(hiatus, view.now) ?? set(tx, hiatus, { booked, by: caller, view });
    });
  }
}

interface Wish {
  readonly booked: Input['booked'];
  readonly by: Caller;
  readonly view: View;
}

/** The rows come first, so that everything is planned with the hiatus; a refusal takes them back. */
async function set(tx: Tx, hiatus: Hiatus, { booked, by, view }: Wish): Promise<Answer> {
  await planAlone(tx);
  const isNew = await saveHiatus(tx, hiatus);
  if ((await hiatusesOf(tx)).length > mostHiatuses) return refuse('tooMany');
  await holdSlots(tx, view.now);
  const what = booked ?? (isNew ? undefined : 'keep');
  const choice = { what: what ?? 'keep', concerns: await touchedBy(tx, hiatus, view) };
  const asked = await inTurn(tx, choice, { view, doing: async () => undefined });
  const refused = askOfBooked(what, asked.concerned);
  if (refused) return refused;
  const done = await inTurn(tx, choice, {
    view,
    doing: (plan, rotaId) => applyPlan(tx, plan, { rotaId, what: choice.what, by, view }),
  });
  const stranded = askOfBooked(what, done.concerned);
  if (stranded) return stranded;
  if (isNew) {
    const note = { by, action: 'hiatus.set', about: hiatus.hiatusId, at: view.now } as const;
    await appendFacts(tx, newAuditFact(schedulingAudited, note));
  }
  return accept({ ...hiatus, slotsGone: done.slotsGone });
}
