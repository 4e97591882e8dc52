import {
  type AuditEntry,
  accept,
  type Caller,
  type InputOf,
  refuse,
  type resumeCharity,
  type suspendCharity,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { changeStanding } from './change-standing.js';

@Injectable()
export class SuspendCharity implements Handles<typeof suspendCharity> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
  ) {}

  async handle({ charityId, because }: InputOf<typeof suspendCharity>, { caller }: CallContext) {
    if (!(await this.charities.byId(charityId))) return refuse('notFound');
    return this.database.inCharity(charityId, (tx) => change(tx, 'suspend', caller, { because }));
  }
}

@Injectable()
export class ResumeCharity implements Handles<typeof resumeCharity> {
  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
  ) {}

  async handle({ charityId }: InputOf<typeof resumeCharity>, { caller }: CallContext) {
    if (!(await this.charities.byId(charityId))) return refuse('notFound');
    return this.database.inCharity(charityId, (tx) => change(tx, 'resume', caller, {}));
  }
}

const actions = { suspend: 'charity.suspended', resume: 'charity.resumed' } as const;

async function change(tx: Tx, how: 'suspend' | 'resume', by: Caller, details: AuditEntry['details']) {
  const { stopsChanged, at, standing } = await changeStanding(tx, how);
  if (stopsChanged)
    await appendFacts(tx, newAuditFact(tenancyAudited, { by, action: actions[how], details, at }));
  return accept({ charityId: tx.charityId, standing });
}
