import { isDeepStrictEqual } from 'node:util';
import { accept, type InputOf, type setPolicy } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { createDefaultPolicy } from './create-default-policy.js';
import { policyInForce } from './policy-in-force.js';

/** Puts a policy in force as the next version. The one in force already makes no version. */
@Injectable()
export class SetPolicy implements Handles<typeof setPolicy> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({ charityId, policy }: InputOf<typeof setPolicy>, { caller }: CallContext) {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx);
      await createDefaultPolicy(tx);
      const before = await policyInForce(tx);
      if (isDeepStrictEqual(before.policy, policy)) return accept(before);
      const version = before.version + 1;
      await tx.query(
        'INSERT INTO posting_policy (charity_id, version, policy, set_by) VALUES ($1, $2, $3, $4)',
        [charityId, version, JSON.stringify(policy), caller.kind === 'staff' ? caller.memberId : null],
      );
      await noteInAudit(tx, { by: caller, action: 'policy.set', details: { version } });
      return accept({ policy, version });
    });
  }
}

/** Rows of an append-only table cannot be locked, so two at once queue up here until the commit. */
const takeTurns = (tx: Tx) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`posting_policy:${tx.charityId}`]);
