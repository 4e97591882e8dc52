import { type AuditDigest, accept, type InputOf, type viewAuditDigests } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ViewAuditDigests implements Handles<typeof viewAuditDigests> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, before, limit }: InputOf<typeof viewAuditDigests>) {
    const digests = await this.database.inCharity(charityId, (tx) =>
      tx.query<AuditDigest>(
        `SELECT charity_id AS charity, day::text AS day, number, hash FROM audit_digest
          WHERE charity_id = $1 AND ($2::date IS NULL OR day < $2) ORDER BY day DESC LIMIT $3`,
        [charityId, before ?? null, limit],
      ),
    );
    return accept({ digests });
  }
}
