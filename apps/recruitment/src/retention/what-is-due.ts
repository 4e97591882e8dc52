import type { Tx } from '@baton/persistence';
import { type Application, applicationColumns } from '../applications/application-row.js';
import type { KeptFor } from './kept-for.js';

/** So many in one transaction; the next round, at once, takes more. */
const atOnce = 50;

/** The no’s, and who was told “not now” and never became a curator. Locked, so that nobody else decides about them meanwhile; whoever is being decided about has time until the next round. */
export const declinedLongAgo = (tx: Tx, { declinedDays }: KeptFor): Promise<Application[]> =>
  tx.query(
    `SELECT ${applicationColumns} FROM application
      WHERE charity_id = $1 AND (state = 'declined' OR state = 'later' AND curator_id IS NULL)
        AND coalesce(ended_at, state_since) <= baton.now() - make_interval(days => $2)
      ORDER BY coalesce(ended_at, state_since) LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`,
    [tx.charityId, declinedDays],
  );

/** Their last part: the end of their last weekend, or where there has been none, when they applied. */
export const curatorsLongAgo = (tx: Tx, { identityDays }: KeptFor): Promise<Application[]> =>
  tx.query(
    `SELECT ${applicationColumns} FROM application
      WHERE charity_id = $1 AND curator_id IS NOT NULL AND state <> 'left'
        AND coalesce(last_part_at, applied_at) <= baton.now() - make_interval(days => $2)
      ORDER BY applied_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`,
    [tx.charityId, identityDays],
  );

/** Curators whose consent to post was given for so long, and that is over. */
export const lapsedConsents = (tx: Tx): Promise<Application[]> =>
  tx.query(
    `SELECT ${applicationColumns} FROM application WHERE charity_id = $1 AND curator_id IS NOT NULL AND state <> 'left'
        AND application_id IN (
          SELECT application_id FROM (
            SELECT DISTINCT ON (application_id) application_id, said, lasts_until FROM consent
             WHERE charity_id = $1 AND channel = 'posting' ORDER BY application_id, id DESC) AS last_word
           WHERE said = 'yes' AND lasts_until <= baton.now())
      LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`,
    [tx.charityId],
  );

/** Traces of signing in, of links that were asked for and of addresses that were never confirmed, which are of no use after a day. */
export async function forgetSignIns(tx: Tx): Promise<number> {
  let gone = 0;
  for (const table of ['sign_in_request', 'address_change', 'own_link_request'])
    gone += (
      await tx.query(
        `DELETE FROM ${table} WHERE charity_id = $1 AND asked_at < baton.now() - interval '1 day' RETURNING 1`,
        [tx.charityId],
      )
    ).length;
  return gone;
}

/** By then no mail comes back any more. What is dropped here is only how it would be told whose it was. */
export async function forgetReturns(tx: Tx): Promise<void> {
  await tx.query(
    `DELETE FROM mail_return WHERE charity_id = $1 AND written_at < baton.now() - interval '120 days'`,
    [tx.charityId],
  );
}
