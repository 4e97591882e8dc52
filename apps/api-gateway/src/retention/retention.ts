import {
  accept,
  type InputOf,
  Retention,
  retentionSet,
  type setRetention,
  tenancyAudited,
  type viewRetention,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ViewRetention implements Handles<typeof viewRetention> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewRetention>) {
    return accept({ retention: await this.database.inCharity(charityId, retentionOf) });
  }
}

/** The same days again change nothing. The services hear of a change and keep to it from their next round on. */
@Injectable()
export class SetRetention implements Handles<typeof setRetention> {
  constructor(private readonly database: Database) {}

  handle({ charityId, retention }: InputOf<typeof setRetention>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      const [saved] = await tx.query<{ revision: number; at: Date }>(
        `INSERT INTO retention (charity_id, days) VALUES ($1, $2)
           ON CONFLICT (charity_id) DO UPDATE SET days = excluded.days, revision = retention.revision + 1
                                            WHERE retention.days <> excluded.days
         RETURNING revision, baton.now() AS at`,
        [charityId, JSON.stringify(retention)],
      );
      if (saved) {
        const { revision, at } = saved;
        const note = { by: caller, action: 'retention.set', details: { ...retention }, at } as const;
        await appendFacts(
          tx,
          newFact(retentionSet, { subject: charityId, revision, data: retention }),
          newAuditFact(tenancyAudited, note),
        );
      }
      return accept({ retention });
    });
  }
}

/** What was set, or the usual days. */
async function retentionOf(tx: Tx): Promise<Retention> {
  const [row] = await tx.query<{ days: unknown }>('SELECT days FROM retention WHERE charity_id = $1', [
    tx.charityId,
  ]);
  return Retention.parse(row?.days ?? {});
}
