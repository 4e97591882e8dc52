import type { ApplicationId, CuratorId, downloadMyData, OutputOf } from '@baton/contracts';
import type { Tx } from '@baton/persistence';

type Download = OutputOf<typeof downloadMyData>;

/** Every version of the agreement that somebody accepted, with its words. */
export async function agreementsOf(tx: Tx, curatorId: CuratorId): Promise<Download['agreements']> {
  const rows = await tx.query<{ version: number; hash: string; text: string; acceptedAt: Date }>(
    `SELECT version, accepted.hash, text, accepted_at AS "acceptedAt"
       FROM agreement_acceptance accepted JOIN agreement USING (charity_id, version)
      WHERE charity_id = $1 AND curator_id = $2 ORDER BY accepted_at`,
    [tx.charityId, curatorId],
  );
  return rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt.toISOString() }));
}

/** When somebody suggested others; what became of it is theirs, who were asked. */
export async function passedOnBy(tx: Tx, curatorId: CuratorId): Promise<Download['passedOn']> {
  const rows = await tx.query<{ at: Date }>(
    'SELECT asked_at AS at FROM nomination WHERE charity_id = $1 AND curator_id = $2 ORDER BY asked_at',
    [tx.charityId, curatorId],
  );
  return rows.map(({ at }) => ({ at: at.toISOString() }));
}

/** When a code was asked for somebody's address, and whether it was used: by whomever, which nobody knows. */
export async function signInsOf(tx: Tx, applicationId: ApplicationId): Promise<Download['signIns']> {
  const rows = await tx.query<{ askedAt: Date; usedAt: Date | null }>(
    `SELECT asked_at AS "askedAt", used_at AS "usedAt" FROM sign_in_request JOIN person USING (charity_id, email_fingerprint)
      WHERE charity_id = $1 AND application_id = $2 ORDER BY asked_at`,
    [tx.charityId, applicationId],
  );
  return rows.map(({ askedAt, usedAt }) => ({
    askedAt: askedAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}
