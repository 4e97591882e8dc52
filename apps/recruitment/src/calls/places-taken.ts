import type { CallId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

const count = `
  SELECT (SELECT count(*) FROM application WHERE charity_id = $1 AND call_id = $2 AND state <> 'withdrawn')::int AS applications,
         (SELECT count(*) FROM call_echo
           WHERE charity_id = $1 AND call_id = $2 AND at > baton.now() - interval '7 days')::int AS echoes`;

/** How many places of a call are taken: by those who applied and have not withdrawn, and for a week by whoever did so again. */
export async function placesTaken(tx: Tx, callId: CallId): Promise<{ applications: number; taken: number }> {
  const [counted] = await tx.query<{ applications: number; echoes: number }>(count, [tx.charityId, callId]);
  const { applications = 0, echoes = 0 } = counted ?? {};
  return { applications, taken: applications + echoes };
}

/** Somebody with an application sent another form: it takes a place like any other, or a full call would tell on them. */
export async function noteEcho(tx: Tx, callId: CallId, applicationId: string): Promise<void> {
  await tx.query(
    'INSERT INTO call_echo (charity_id, application_id, call_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [tx.charityId, applicationId, callId],
  );
}

export async function forgetEchoes(tx: Tx): Promise<void> {
  await tx.query(`DELETE FROM call_echo WHERE charity_id = $1 AND at <= baton.now() - interval '7 days'`, [
    tx.charityId,
  ]);
}
