import {
  accept,
  type Caller,
  type endRota,
  type InputOf,
  type ResultOf,
  refuse,
  schedulingAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { ZoneRules } from '../windows/zone-rules.js';
import { applyPlan } from './apply-plan.js';
import { fillAll } from './fill-rota.js';
import { everybody, planRota, slotsGoneBy } from './plan-rota.js';
import { findRota, rotaTold } from './rotas.js';
import { situationOf, type View } from './situation.js';
import { holdSlots, planAlone, slotsAheadOf } from './slots-ahead.js';
import { concernedTold } from './told.js';

type Input = InputOf<typeof endRota>;
type Answer = ResultOf<typeof endRota>;

@Injectable()
export class EndRota implements Handles<typeof endRota> {
  constructor(
    private readonly database: Database,
    private readonly rules: ZoneRules,
  ) {}

  handle(input: Input, { caller }: CallContext): Promise<Answer> {
    return this.database.inCharity(input.charityId, async (tx) =>
      end(tx, input, { by: caller, view: { now: await databaseNow(tx), rules: this.rules } }),
    );
  }
}

/** Where it has ended, other rotas have room for windows they had to leave out. */
async function end(
  tx: Tx,
  { rotaId, booked }: Input,
  { by, view }: { by: Caller; view: View },
): Promise<Answer> {
  await planAlone(tx);
  const before = await findRota(tx, rotaId);
  if (!before) return refuse('notFound');
  await holdSlots(tx, view.now);
  const what = booked ?? (before.endedAt ? 'keep' : undefined);
  const plan = planRota(await situationOf(tx, { rotaId, rule: undefined }, view), everybody(what ?? 'keep'));
  if (!what && plan.concerned.length > 0)
    return refuse('askWhatOfBooked', { details: { booked: plan.concerned.map(concernedTold) } });
  await applyPlan(tx, plan, { rotaId, what: what ?? 'keep', by, view });
  if (!before.endedAt) {
    await tx.query('UPDATE rota SET ended_at = $3 WHERE charity_id = $1 AND rota_id = $2', [
      tx.charityId,
      rotaId,
      view.now,
    ]);
    const note = { by, action: 'rota.ended', about: rotaId, at: view.now } as const;
    await appendFacts(tx, newAuditFact(schedulingAudited, note));
    await fillAll(tx, view);
  }
  const told = rotaTold({ ...before, endedAt: before.endedAt ?? view.now }, await slotsAheadOf(tx, view.now));
  return accept({ ...told, slotsGone: slotsGoneBy(plan) });
}
