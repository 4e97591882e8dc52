import type { listInbox, OutputOf, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type Pace, wordsForPace } from './decide-pace.js';

interface Arrival {
  readonly lookedAt: Date | null;
  readonly nextAt: Date | null;
  readonly pace: Pace;
  readonly missedSome: boolean;
}

/** How a takeover's messages come in, for whoever reads its inbox. */
export async function presentArrival(
  tx: Tx,
  takeoverId: TakeoverId,
): Promise<NonNullable<OutputOf<typeof listInbox>['arrival']>> {
  const [watch] = await tx.query<Arrival>(
    `SELECT looked_at AS "lookedAt", next_poll_at AS "nextAt", pace, missed_at IS NOT NULL AS "missedSome" FROM inbox_watch
      WHERE charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId],
  );
  const { lookedAt = null, nextAt = null, pace = 'usual', missedSome = false } = watch ?? {};
  return {
    missedSome,
    lookedAt: lookedAt?.toISOString() ?? null,
    looksAgainBy: nextAt?.toISOString() ?? null,
    words: nextAt ? wordsForPace[pace] : 'This takeover is over, and no more messages come in.',
  };
}
