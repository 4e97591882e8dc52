import type { PulseAnswerId, PulseTap, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** Spends a ticket: `now`, or it was spent `before` for the same answer, or `byAnother`. */
export async function spendTicket(
  tx: Tx,
  { takeoverId, nonce, answerId }: { takeoverId: TakeoverId; nonce: Buffer; answerId: PulseAnswerId },
): Promise<'now' | 'before' | 'byAnother'> {
  const spent = await tx.query(
    `INSERT INTO pulse_ticket (charity_id, takeover_id, nonce, answer_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (charity_id, takeover_id, nonce) DO NOTHING RETURNING 1`,
    [tx.charityId, takeoverId, nonce, answerId],
  );
  if (spent.length > 0) return 'now';
  const same = await tx.query(
    'SELECT FROM pulse_ticket WHERE charity_id = $1 AND takeover_id = $2 AND nonce = $3 AND answer_id = $4',
    [tx.charityId, takeoverId, nonce, answerId],
  );
  return same.length > 0 ? 'before' : 'byAnother';
}

/**
 * What is known of an answer: that it counts; that it does not, and is `kept` for its words of a crisis; or that it was set
 * aside, of which only its ticket tells.
 */
export type Known = 'counted' | 'kept' | 'setAside' | undefined;

export async function knownAnswer(tx: Tx, takeoverId: TakeoverId, answerId: PulseAnswerId): Promise<Known> {
  const [row] = await tx.query<{ known: Known }>(
    `SELECT CASE WHEN counted THEN 'counted' ELSE 'kept' END AS known
       FROM pulse_answer WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3
      UNION ALL
     (SELECT 'setAside' FROM pulse_ticket
       WHERE charity_id = $1 AND takeover_id = $2 AND answer_id = $3 LIMIT 1)
      ORDER BY known LIMIT 1`,
    [tx.charityId, takeoverId, answerId],
  );
  return row?.known;
}

/** A device that does not count is a number and no row; it is not counted twice, however often it tries. */
export async function noteSetAside(
  tx: Tx,
  takeoverId: TakeoverId,
  { before, now }: { before: Known; now: Known },
): Promise<void> {
  const more = Number(now === 'setAside') - Number(before === 'setAside');
  if (more === 0) return;
  await tx.query('UPDATE pulse SET set_aside = set_aside + $3 WHERE charity_id = $1 AND takeover_id = $2', [
    tx.charityId,
    takeoverId,
    more,
  ]);
}

interface Kept {
  readonly takeoverId: TakeoverId;
  readonly answerId: PulseAnswerId;
  readonly lessAlone: PulseTap | null;
  readonly learned: PulseTap | null;
  readonly counted: boolean;
}

/** The first time is when it was answered; a change is a change of mind, not of time. */
export async function keepAnswer(
  tx: Tx,
  { takeoverId, answerId, lessAlone, learned, counted }: Kept,
): Promise<void> {
  await tx.query(
    `INSERT INTO pulse_answer (charity_id, takeover_id, answer_id, less_alone, learned, counted)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (charity_id, takeover_id, answer_id) DO UPDATE
        SET less_alone = excluded.less_alone, learned = excluded.learned`,
    [tx.charityId, takeoverId, answerId, lessAlone, learned, counted],
  );
}
