import type { RotaId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type Choice, type Concerned, planRota, type RotaPlan, slotsGoneBy } from '../rota/plan-rota.js';
import { rotasOf, ruleInForce } from '../rota/rotas.js';
import { situationOf, situationOfOneOffs, spansAhead, type View } from '../rota/situation.js';
import { type BookedSlot, slotsAheadOf, takenBy } from '../rota/slots-ahead.js';
import { hiatusAt } from './hiatus-spans.js';
import type { Hiatus } from './hiatuses.js';

/** Only those within this hiatus are asked about: others that fit no rule were asked about when that came. */
export async function touchedBy(tx: Tx, { hiatusId }: Hiatus, view: View): Promise<Choice['concerns']> {
  const last = (await slotsAheadOf(tx, view.now)).at(-1)?.closesAt;
  const spans = (await spansAhead(tx, view, last)).filter((span) => span.hiatusId === hiatusId);
  return (slot: BookedSlot) => hiatusAt(takenBy(slot), spans) !== undefined;
}

/** Plans rota after rota, each with what became of those before it, and the one-off slots last. */
export async function inTurn(
  tx: Tx,
  choice: Choice,
  { view, doing }: { view: View; doing: (plan: RotaPlan, rotaId: RotaId | null) => Promise<void> },
): Promise<{ concerned: Concerned[]; slotsGone: number }> {
  const concerned: Concerned[] = [];
  let slotsGone = 0;
  for (const rota of [...(await rotasOf(tx)), null]) {
    const situation = rota
      ? await situationOf(tx, ruleInForce(rota), view)
      : await situationOfOneOffs(tx, view);
    const plan = planRota(situation, choice);
    await doing(plan, situation.rotaId);
    concerned.push(...plan.concerned);
    slotsGone += slotsGoneBy(plan);
  }
  return { concerned, slotsGone };
}
