import { feedbackCrisisNoticed, type PulseAnswerId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { PulseRow } from './pulses.js';

/** Whoever comes to look sees all that has been written by then; a machine must not call the team ten thousand times. */
const oftenestMs = 15 * 60_000;

/** Has the team called, unless it has just been. Answers whether it was. */
export async function callForCrisis(tx: Tx, pulse: PulseRow, answerId: PulseAnswerId): Promise<boolean> {
  const { takeoverId, crisisCalledAt, now } = pulse;
  if (crisisCalledAt && now.getTime() - crisisCalledAt.getTime() < oftenestMs) return false;
  await tx.query('UPDATE pulse SET crisis_called_at = $3 WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
    now,
  ]);
  const data = { where: 'pulse' as const, takeoverId, curatorId: null };
  await appendFacts(tx, newFact(feedbackCrisisNoticed, { subject: answerId, revision: 1, data }));
  return true;
}
