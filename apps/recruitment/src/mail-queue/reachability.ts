import type { ApplicationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { lettersThatProve } from './letters.js';

interface Reachability {
  /** Mails to them arrive, as far as we were told. */
  readonly isReachable: boolean;
  /** They have shown that they read what goes to their address. */
  readonly isProved: boolean;
}

/** Who is gone is not reachable. */
export async function reachabilityOf(tx: Tx, applicationId: ApplicationId): Promise<Reachability> {
  const [person] = await tx.query<Reachability>(
    `SELECT unreachable_since IS NULL AS "isReachable", proved_at IS NOT NULL AS "isProved"
       FROM person WHERE charity_id = $1 AND application_id = $2`,
    [tx.charityId, applicationId],
  );
  return person ?? { isReachable: false, isProved: false };
}

/**
 * Nobody is at the address that a mail went to. Told of a mail that was written before their address was last proved, it says
 * nothing about the address they have now; and a code for a new address says nothing about the one they had.
 */
export async function foundUnreachable(tx: Tx, mailId: string): Promise<void> {
  await tx.query(
    `UPDATE person SET unreachable_since = coalesce(unreachable_since, baton.now())
       FROM mail JOIN mail_return USING (charity_id, mail_id)
      WHERE person.charity_id = $1 AND mail.charity_id = $1 AND mail_id = $2 AND application_id = addressee_id
        AND addressee_kind = 'application' AND letter <> ALL ($3::text[])
        AND written_at >= coalesce(person.proved_at, '-infinity')`,
    [tx.charityId, mailId, lettersThatProve],
  );
}

/** They typed in a code that was mailed to the address they have now. */
export async function provedReachable(tx: Tx, applicationId: ApplicationId): Promise<void> {
  await tx.query(
    `UPDATE person SET unreachable_since = NULL, proved_at = baton.now()
      WHERE charity_id = $1 AND application_id = $2`,
    [tx.charityId, applicationId],
  );
}
