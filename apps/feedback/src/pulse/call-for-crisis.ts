import { feedbackCrisisNoticed, type PulseAnswerId, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { PulseRow } from './pulses.js';

/** Whoever comes to look sees all that has been written by then; a machine must not call the team ten thousand times. */
const oftenestMs = 15 * 60_000;

/** Has the team called: now, or a quarter of an hour after the last call, where nobody has read the words by then. */
export async function callForCrisis(tx: Tx, pulse: PulseRow, answerId: PulseAnswerId): Promise<void> {
  const { takeoverId, crisisCalledAt, now } = pulse;
  if (!crisisCalledAt || now.getTime() - crisisCalledAt.getTime() >= oftenestMs)
    return callTeam(tx, pulse, answerId);
  await tx.query('UPDATE pulse SET crisis_due_at = $3 WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
    new Date(crisisCalledAt.getTime() + oftenestMs),
  ]);
}

/** Whatever was due before is done with this. */
export async function callTeam(
  tx: Tx,
  { takeoverId, now }: { takeoverId: TakeoverId; now: Date },
  answerId: PulseAnswerId,
): Promise<void> {
  await tx.query(
    `UPDATE pulse SET crisis_called_at = $3, crisis_due_at = NULL WHERE charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId, now],
  );
  const data = { where: 'pulse' as const, takeoverId, curatorId: null };
  await appendFacts(tx, newFact(feedbackCrisisNoticed, { subject: answerId, revision: 1, data }));
}
