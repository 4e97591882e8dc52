import { printRecipe } from '@baton/checks';
import { CharityId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { type Application, applicationColumns } from '../applications/application-row.js';
import { TellFingerprints } from './tell-fingerprints.js';

const charities = 'SELECT charity_id FROM retention';
const outdated = `
  SELECT ${applicationColumns} FROM application
   WHERE charity_id = $1 AND state IN ('ready', 'live', 'alumni') AND application_id IN (
     SELECT application_id FROM person WHERE charity_id = $1 AND print_recipe <> $2)
   FOR UPDATE`;
/** Held by whoever makes them anew for a charity: another replica that starts as well finds it done. */
const alone = `SELECT pg_advisory_xact_lock(hashtextextended('fingerprints ' || $1, 0))`;

/**
 * At each start: curators whose fingerprints were made otherwise than now, or before there were any, get new ones. Without
 * them the posting gateway would compare with nothing, and nobody would notice. A charity is one transaction:
 * what is broken at one is no reason for the others to go without.
 */
@Injectable()
@RunsInBackground()
export class RenewFingerprints implements Worker {
  private renewing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly fingerprints: TellFingerprints,
    private readonly log: Log,
  ) {}

  start(): void {
    this.renewing = this.renew().catch((error: unknown) => this.log.fault('renew fingerprints', error));
  }

  async stop(): Promise<void> {
    await this.renewing;
  }

  async renew(): Promise<void> {
    const all = await this.database.asWorker((tx) => tx.query<{ charity_id: string }>(charities));
    for (const { charity_id: id } of all)
      await this.database
        .inCharity(CharityId.parse(id), (tx) => this.renewIn(tx))
        .catch((error: unknown) => this.log.fault('renew fingerprints', error));
  }

  private async renewIn(tx: Tx): Promise<void> {
    await tx.query(alone, [tx.charityId]);
    const curators = await tx.query<Application>(outdated, [tx.charityId, printRecipe]);
    for (const curator of curators) await this.fingerprints.tell(tx, curator);
  }
}
