import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { decideDeletionCall } from './decide-deletion-call.js';

interface LimitRow {
  readonly now: Date;
  readonly allowed: number;
  readonly remaining: number;
  readonly resetsAt: Date;
}

/**
 * Takes one deletion from what X allows the account, before X is asked: several are under way at once, in several
 * processes, and each must count the others. Answers until when it has to wait instead, if so.
 */
export async function takeDeletionCall(
  tx: Tx,
  accountId: AccountId,
  isUrgent: boolean,
): Promise<Date | undefined> {
  await tx.query(
    `INSERT INTO x_limit (charity_id, account_id, name, allowed, remaining, resets_at)
     VALUES ($1, $2, 'deleting', 50, 50, baton.now()) ON CONFLICT DO NOTHING`,
    [tx.charityId, accountId],
  );
  const [limit] = await tx.query<LimitRow>(
    `SELECT allowed, remaining, resets_at AS "resetsAt", baton.now() AS now FROM x_limit
      WHERE charity_id = $1 AND account_id = $2 AND name = 'deleting' FOR UPDATE`,
    [tx.charityId, accountId],
  );
  if (!limit) throw new Error('a limit that was just written is not there');
  const decided = decideDeletionCall({ ...limit, isUrgent });
  if ('waitUntil' in decided) return decided.waitUntil;
  await tx.query(
    `UPDATE x_limit SET remaining = $3, resets_at = $4
      WHERE charity_id = $1 AND account_id = $2 AND name = 'deleting'`,
    [tx.charityId, accountId, decided.remaining, decided.resetsAt],
  );
  return undefined;
}
