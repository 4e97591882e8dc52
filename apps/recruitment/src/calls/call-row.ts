import type { CallId, OutputOf, viewCall } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

export type Call = OutputOf<typeof viewCall>;

export async function findCall(tx: Tx, callId: CallId): Promise<Call | undefined> {
  const [call] = await tx.query<Call>(
    `SELECT call_id AS "callId", title, invitation, consent_text AS "consentText", consent_hash AS "consentHash"
       FROM call WHERE charity_id = $1 AND call_id = $2`,
    [tx.charityId, callId],
  );
  return call;
}
