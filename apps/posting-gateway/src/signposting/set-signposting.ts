import { isDeepStrictEqual } from 'node:util';
import {
  accept,
  type InputOf,
  type ResultOf,
  refuse,
  type setSignposting,
  signpostingSet,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { signpostingInForce } from './signposting-in-force.js';

/** Puts the charity's own list in force as the next version. The one in force already makes no version. */
@Injectable()
export class SetSignposting implements Handles<typeof setSignposting> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle(
    { charityId, resources }: InputOf<typeof setSignposting>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setSignposting>> {
    return this.database.inCharity(charityId, async (tx) => {
      if (caller.kind !== 'staff') return refuse('forbidden');
      await takeTurns(tx);
      const before = await signpostingInForce(tx);
      if (before.version > 0 && isDeepStrictEqual(before.resources, resources)) return accept(before);
      const version = before.version + 1;
      await tx.query(
        'INSERT INTO signposting (charity_id, version, resources, set_by) VALUES ($1, $2, $3, $4)',
        [charityId, version, JSON.stringify(resources), caller.memberId],
      );
      const details = { version, resources: resources.length };
      await noteInAudit(tx, { by: caller, action: 'signposting.set', details });
      await appendFacts(
        tx,
        newFact(signpostingSet, { subject: charityId, revision: version, data: details }),
      );
      return accept(await signpostingInForce(tx));
    });
  }
}

/** Rows of an append-only table cannot be locked, so two at once queue up here until the commit. */
const takeTurns = (tx: Tx) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`signposting:${tx.charityId}`]);
