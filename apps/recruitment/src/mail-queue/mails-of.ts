import type { ApplicationId, OutputOf, viewApplication } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Mail = OutputOf<typeof viewApplication>['mails'][number];

interface MailRow extends Pick<Mail, 'letter' | 'outcome'> {
  readonly queuedAt: Date;
  readonly settledAt: Date | null;
}

/** What was mailed to somebody and what became of it, oldest first; nothing of what it said. */
export async function mailsOf(tx: Tx, applicationId: ApplicationId): Promise<Mail[]> {
  const rows = await tx.query<MailRow>(
    `SELECT letter, outcome, queued_at AS "queuedAt", settled_at AS "settledAt" FROM mail
      WHERE charity_id = $1 AND addressee_id = $2 AND addressee_kind = 'application' ORDER BY queued_at, mail_id`,
    [tx.charityId, applicationId],
  );
  return rows.map(({ queuedAt, settledAt, ...mail }) => ({
    ...mail,
    queuedAt: queuedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}
