import {
  accept,
  type InputOf,
  type listAlerts,
  MemberId,
  type OutputOf,
  type ResultOf,
  refuse,
  type takeAlert,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

type Shown = OutputOf<typeof listAlerts>['alerts'][number];
interface Row extends Omit<Shown, 'raisedAt' | 'escalatedAt' | 'takenAt' | 'settledAt'> {
  readonly raisedAt: Date;
  readonly escalatedAt: Date | null;
  readonly takenAt: Date | null;
  readonly settledAt: Date | null;
}

const lately = `
  SELECT alert_id AS "alertId", reason, raised_at AS "raisedAt", called_at_first AS "calledAtFirst",
         escalated_at AS "escalatedAt", taken_by AS "takenBy", taken_at AS "takenAt", settled_at AS "settledAt"
    FROM team_alert
   WHERE charity_id = $1 AND raised_at > baton.now() - interval '14 days' ORDER BY raised_at DESC LIMIT 100`;
const take = `
  UPDATE team_alert SET taken_by = $3, taken_at = baton.now(), escalate_at = NULL, settled_at = NULL
   WHERE charity_id = $1 AND alert_id = $2 AND taken_by IS NULL RETURNING taken_at`;
const taken = 'SELECT taken_by AS by, taken_at AS at FROM team_alert WHERE charity_id = $1 AND alert_id = $2';

@Injectable()
export class ListAlerts implements Handles<typeof listAlerts> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listAlerts>): Promise<ResultOf<typeof listAlerts>> {
    const rows = await this.database.inCharity(charityId, (tx) => tx.query<Row>(lately, [charityId]));
    const alerts = rows.map((row) => ({
      ...row,
      raisedAt: row.raisedAt.toISOString(),
      escalatedAt: row.escalatedAt?.toISOString() ?? null,
      takenAt: row.takenAt?.toISOString() ?? null,
      settledAt: row.settledAt?.toISOString() ?? null,
    }));
    return accept({ alerts });
  }
}

/** The first who says so has it; saying it again is the same. */
@Injectable()
export class TakeAlert implements Handles<typeof takeAlert> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, alertId }: InputOf<typeof takeAlert>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof takeAlert>> {
    if (caller.kind !== 'staff') return refuse('forbidden');
    return this.database.inCharity(charityId, async (tx) => {
      const [mine] = await tx.query<{ taken_at: Date }>(take, [charityId, alertId, caller.memberId]);
      if (mine) {
        const note = { by: caller, action: 'alert.taken', about: alertId, at: mine.taken_at } as const;
        await appendFacts(tx, newAuditFact(tenancyAudited, note));
      }
      const [alert] = await tx.query<{ by: string; at: Date }>(taken, [charityId, alertId]);
      if (!alert) return refuse('notFound');
      if (alert.by !== caller.memberId) return refuse('takenAlready');
      return accept({ alertId, takenBy: MemberId.parse(alert.by), takenAt: alert.at.toISOString() });
    });
  }
}
