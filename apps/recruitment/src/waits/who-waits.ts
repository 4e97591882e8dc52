import { type ApplicationId, applicantWaits, type WaitKind } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { nextRevision } from '../applications/move-application.js';

/** What somebody wrote may lie unread so long. */
const unreadDays = 2;

/** So many in one round; the next one, at once, takes more. */
export const atOnce = 50;

/**
 * Everybody who waits for the team just now, and since when (`$1` charity, `$2` target in days). Whoever came back to
 * screening by the day that was set waits until somebody writes to them, notes something or decides.
 */
const waiting = `
  SELECT application_id, 'notLookedAt' AS kind, state_since AS since FROM application
   WHERE charity_id = $1 AND state = 'applied' AND state_since <= baton.now() - make_interval(days => $2)
  UNION ALL
  SELECT application_id, 'answerUnread', min(written_at) FROM application_message
   WHERE charity_id = $1 AND sender = 'person' AND read_at IS NULL GROUP BY application_id
  HAVING min(written_at) <= baton.now() - make_interval(days => ${unreadDays})
  UNION ALL
  SELECT application_id, 'lookAgain', state_since FROM application
   WHERE charity_id = $1 AND state = 'screening'
     AND EXISTS (SELECT FROM application_wait wait
                  WHERE wait.charity_id = $1 AND wait.application_id = application.application_id
                    AND wait.kind = 'lookAgain' AND wait.since = application.state_since)
     AND NOT EXISTS (SELECT FROM application_message message
                      WHERE message.charity_id = $1 AND message.application_id = application.application_id
                        AND sender = 'team' AND written_at > application.state_since)
     AND NOT EXISTS (SELECT FROM application_note note
                      WHERE note.charity_id = $1 AND note.application_id = application.application_id
                        AND written_at > application.state_since)`;
const remember = `
  INSERT INTO application_wait (charity_id, application_id, kind, since)
  SELECT $1, application_id, kind, since FROM (${waiting}) AS waiting
   WHERE NOT EXISTS (SELECT FROM application_wait known
                      WHERE known.charity_id = $1 AND known.application_id = waiting.application_id
                        AND known.kind = waiting.kind AND known.since = waiting.since)
   ORDER BY since LIMIT ${atOnce}
  ON CONFLICT DO NOTHING RETURNING application_id AS id, kind, since`;
const rememberBack = `
  INSERT INTO application_wait (charity_id, application_id, kind, since)
  SELECT charity_id, application_id, 'lookAgain', state_since FROM application
   WHERE charity_id = $1 AND application_id = $2
  ON CONFLICT DO NOTHING RETURNING application_id AS id, kind, since`;
const count = `SELECT kind, count(*)::int AS people FROM (${waiting}) AS waiting GROUP BY kind`;

interface Wait {
  readonly id: ApplicationId;
  readonly kind: WaitKind;
  readonly since: Date;
}

/** Says of everybody who has begun to wait that they do, once; answers of how many. */
export async function tellWhoWaits(tx: Tx, days: number): Promise<number> {
  const waits = await tx.query<Wait>(remember, [tx.charityId, days]);
  for (const wait of waits.toSorted((one, other) => (one.id < other.id ? -1 : 1))) await tell(tx, wait);
  return waits.length;
}

/** Somebody who was told “not now” is back, and waits from now on. */
export async function tellWhoIsBack(tx: Tx, id: ApplicationId): Promise<void> {
  for (const wait of await tx.query<Wait>(rememberBack, [tx.charityId, id])) await tell(tx, wait);
}

export async function countWaiting(tx: Tx, days: number): Promise<Record<WaitKind, number>> {
  const rows = await tx.query<{ kind: WaitKind; people: number }>(count, [tx.charityId, days]);
  const of = (kind: WaitKind) => rows.find((row) => row.kind === kind)?.people ?? 0;
  return { notLookedAt: of('notLookedAt'), answerUnread: of('answerUnread'), lookAgain: of('lookAgain') };
}

async function tell(tx: Tx, { id, kind, since }: Wait): Promise<void> {
  const data = { applicationId: id, kind, since: since.toISOString() };
  const revision = await nextRevision(tx, id);
  await appendFacts(tx, newFact(applicantWaits, { subject: id, revision, data }));
}
