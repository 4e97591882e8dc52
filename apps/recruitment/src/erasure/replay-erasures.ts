import { type ApplicationId, type CharityId, isGone } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { ErasePerson } from './erase-person.js';
import { ErasureLedger, type LedgerLine } from './erasure-ledger.js';

/**
 * Holds the database against the ledger before this service answers anybody: whom a restored backup has brought back is
 * erased again, and every other service hears of it once more. Safe at any start and in several replicas at once.
 */
@Injectable()
export class ReplayErasures {
  constructor(
    private readonly database: Database,
    private readonly ledger: ErasureLedger,
    private readonly erasing: ErasePerson,
  ) {}

  /** Answers how many people had come back. */
  async replay(): Promise<number> {
    const byCharity = Map.groupBy(await this.ledger.read(), ({ charityId }) => charityId);
    let erased = 0;
    for (const [charityId, lines] of byCharity) {
      const back = await this.whoIsBack(charityId, lines);
      for (const line of lines.filter(({ applicationId }) => back.has(applicationId)))
        if (await this.eraseAgain(line)) erased += 1;
    }
    return erased;
  }

  private async whoIsBack(charityId: CharityId, lines: readonly LedgerLine[]): Promise<Set<ApplicationId>> {
    const rows = await this.database.inCharity(charityId, (tx) =>
      tx.query<{ id: ApplicationId }>(
        `SELECT application_id AS id FROM application
          WHERE charity_id = $1 AND application_id = ANY ($2::uuid[]) AND state NOT IN ('withdrawn', 'left')`,
        [charityId, lines.map(({ applicationId }) => applicationId)],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  private eraseAgain({ charityId, applicationId, pastPosts }: LedgerLine): Promise<boolean> {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const application = await findApplication(tx, applicationId, 'FOR UPDATE');
      if (!application || isGone(application.state)) return false;
      await this.erasing.carryOut(tx, application, { pastPosts, by: 'recruitment' });
      return true;
    });
  }
}
