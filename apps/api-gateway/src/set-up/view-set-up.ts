import { type AuditAction, accept, type InputOf, refuse, StaffRole, type viewSetUp } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { brandIn } from '../brand/brands.js';
import { CharityDirectory } from '../charities/charity-directory.js';
import { readStanding } from '../standing/change-standing.js';
import { type AccountState, decideReadiness, type KnownOfCharity } from './decide-readiness.js';

/** What the steps look for in the audit. */
const steps: readonly AuditAction[] = [
  'rota.defined',
  'slot.added',
  'policy.set',
  'signposting.set',
  'agreement.published',
  'call.opened',
];

/** The charity's own decisions are read from its audit: every service notes there what somebody decided. */
@Injectable()
export class ViewSetUp implements Handles<typeof viewSetUp> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
  ) {}

  async handle({ charityId }: InputOf<typeof viewSetUp>) {
    if (!(await this.charities.byId(charityId))) return refuse('notFound');
    return accept(decideReadiness(await this.database.inCharity(charityId, known)));
  }
}

async function known(tx: Tx): Promise<KnownOfCharity> {
  const done = await tx.query<{ action: AuditAction }>(
    'SELECT DISTINCT action FROM audit_line WHERE charity_id = $1 AND action = ANY($2)',
    [tx.charityId, steps],
  );
  const [account] = await tx.query<{ state: AccountState }>(
    'SELECT state FROM x_account WHERE charity_id = $1',
    [tx.charityId],
  );
  const team = await tx.query<{ role: string }>('SELECT role FROM member WHERE charity_id = $1', [
    tx.charityId,
  ]);
  const { standing } = await readStanding(tx);
  return {
    done: new Set(done.map(({ action }) => action)),
    account: account?.state,
    team: team.map(({ role }) => StaffRole.parse(role)),
    hasBrand: (await brandIn(tx)) !== null,
    standing,
  };
}
