import type { Tx } from '@baton/persistence';
import { applyPlan } from './apply-plan.js';
import { lastDayToFill } from './horizon.js';
import { everybody, planRota, type RotaPlan } from './plan-rota.js';
import { rotasOf, ruleInForce } from './rotas.js';
import { type RotaToPlan, situationOf, type View } from './situation.js';
import { holdSlots, planAlone } from './slots-ahead.js';

/**
 * Makes the free slots of a rota what its rule and the zone's present law say, as far ahead as people can book. What is right
 * already keeps its id; booked slots are never moved, and what would overlap one is left out. Doing it again changes nothing.
 */
export async function fillRota(tx: Tx, rota: RotaToPlan, view: View): Promise<RotaPlan> {
  await planAlone(tx);
  await holdSlots(tx, view.now);
  const plan = planRota(await situationOf(tx, rota, view), everybody('keep'));
  await applyPlan(tx, plan, { rotaId: rota.rotaId, what: 'keep', by: undefined, view });
  await noteFilled(tx, rota, view);
  return plan;
}

/** Every rota of the charity, each with what became of those before it. Answers how many slots came. */
export async function fillAll(tx: Tx, view: View): Promise<number> {
  let added = 0;
  for (const rota of await rotasOf(tx)) added += (await fillRota(tx, ruleInForce(rota), view)).added.length;
  return added;
}

export const noteFilled = (tx: Tx, { rotaId }: Pick<RotaToPlan, 'rotaId'>, { now }: View): Promise<unknown> =>
  tx.query('UPDATE rota SET filled_until = $3 WHERE charity_id = $1 AND rota_id = $2', [
    tx.charityId,
    rotaId,
    lastDayToFill(now),
  ]);
