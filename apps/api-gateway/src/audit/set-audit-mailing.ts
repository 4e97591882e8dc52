import {
  accept,
  type InputOf,
  type OutputOf,
  type setAuditMailing,
  tenancyAudited,
  type viewAuditMailing,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

type Roles = OutputOf<typeof viewAuditMailing>['to'];

@Injectable()
export class ViewAuditMailing implements Handles<typeof viewAuditMailing> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewAuditMailing>) {
    return accept({ to: await this.database.inCharity(charityId, rolesMailed) });
  }
}

@Injectable()
export class SetAuditMailing implements Handles<typeof setAuditMailing> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, to }: InputOf<typeof setAuditMailing>, { caller: by }: CallContext) {
    const roles = [...new Set(to)].sort();
    await this.database.inCharity(charityId, async (tx) => {
      if (String(await rolesMailed(tx)) === String(roles)) return;
      await setRoles(tx, roles);
      const details = { auditMailing: roles.join() || 'nobody' };
      const note = { by, action: 'charity.changed', details, at: new Date() } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, note));
    });
    return accept({ to: roles });
  }
}

async function rolesMailed(tx: Tx): Promise<Roles> {
  const [row] = await tx.query<{ roles: Roles }>('SELECT roles FROM audit_mailing WHERE charity_id = $1', [
    tx.charityId,
  ]);
  return row?.roles ?? [];
}

const setRoles = (tx: Tx, roles: Roles) =>
  tx.query(
    `INSERT INTO audit_mailing (charity_id, roles) VALUES ($1, $2)
         ON CONFLICT (charity_id) DO UPDATE SET roles = excluded.roles`,
    [tx.charityId, roles],
  );
