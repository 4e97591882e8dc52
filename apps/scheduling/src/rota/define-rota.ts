import {
  accept,
  type Caller,
  type defineRota,
  type InputOf,
  isRefusal,
  type ResultOf,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { zoneOfCharity } from '../charity/zone-of-charity.js';
import { databaseNow } from '../clock/database-now.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { applyPlan } from './apply-plan.js';
import { askOfBooked } from './ask-of-booked.js';
import { noteFilled } from './fill-rota.js';
import { judgeRule } from './judge-rule.js';
import { everybody, planRota, slotsGoneBy } from './plan-rota.js';
import { isSameRule, type RotaRule } from './rota-rule.js';
import { edgesOf, findRota, saveRule } from './rotas.js';
import { ruleOfInput } from './rule-of-input.js';
import { situationOf, type View } from './situation.js';
import { holdSlots, planAlone, slotsAheadOf } from './slots-ahead.js';

type Input = InputOf<typeof defineRota>;
type Answer = ResultOf<typeof defineRota>;

@Injectable()
export class DefineRota implements Handles<typeof defineRota> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, async (tx) => {
      const zone = input.zone ?? (await zoneOfCharity(tx));
      if (!zone) return refuse('unavailable');
      const rule = ruleOfInput(input, zone);
      if (isRefusal(rule)) return rule;
      const view = { now: await databaseNow(tx), rules: this.rules };
      return judgeRule(rule.value, view.now) ?? define(tx, input, { rule: rule.value, by: caller, view });
    });
  }
}

interface Definition {
  readonly rule: RotaRule;
  readonly by: Caller;
  readonly view: View;
}

/** The same rule again asks nobody: those who do not fit were asked about when it came. */
async function define(tx: Tx, { rotaId, booked }: Input, { rule, by, view }: Definition): Promise<Answer> {
  await planAlone(tx);
  const before = await findRota(tx, rotaId);
  if (before?.endedAt) return refuse('rotaEnded');
  const isNew = !before || !isSameRule(before.rule, rule);
  const what = booked ?? (isNew ? undefined : 'keep');
  await holdSlots(tx, view.now);
  const plan = planRota(await situationOf(tx, { rotaId, rule }, view), everybody(what ?? 'keep'));
  const asked = askOfBooked(what, plan.concerned);
  if (asked) return asked;
  await saveRule(tx, rotaId, rule);
  if (isNew) await note(tx, { rotaId, by, at: view.now });
  await applyPlan(tx, plan, { rotaId, what: what ?? 'keep', by, view });
  await noteFilled(tx, { rotaId }, view);
  const slots = (await slotsAheadOf(tx, view.now)).filter((slot) => slot.rotaId === rotaId);
  return accept({
    ...{ rotaId, slots: slots.length, slotsGone: slotsGoneBy(plan) },
    ...edgesOf(slots),
    leftOut: [...plan.leftOut],
  });
}

const note = (tx: Tx, { rotaId, by, at }: { rotaId: Input['rotaId']; by: Caller; at: Date }): Promise<void> =>
  appendFacts(tx, newAuditFact(schedulingAudited, { by, action: 'rota.defined', about: rotaId, at }));
