import {
  type Caller,
  type CharityId,
  charityErased,
  PersonId,
  platformId,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, newAuditFact, newFact } from '@baton/messaging';
import { Database, eraseCharity, erasedAmong, type Tx, Vault, type WorkerTx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ownerOf } from '../people/people.js';
import { readStanding, type Standing } from '../standing/change-standing.js';
import { CharityLedger } from './charity-ledger.js';

/**
 * Erases a charity in the gateway and tells every other service to do the same: one transaction, so it is either aboard or
 * gone. Sessions, team and the charity itself go with its rows; people who belong to no other charity are forgotten.
 * What stays is the audit, with this as its line, and a tombstone.
 */
@Injectable()
export class EraseForGood {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly ledger: CharityLedger,
  ) {}

  /** `stays`: `mayGo` says no to how it stands. Erasing what was erased before changes nothing. */
  erase(
    charityId: CharityId,
    by: Caller | 'api-gateway',
    mayGo: (standing: Standing) => boolean,
  ): Promise<'erased' | 'stays' | 'unknown'> {
    return this.database.asWorker(async (all) => {
      const tx = await all.enterCharity(charityId);
      if (!(await lockCharity(tx)))
        return (await erasedAmong(tx, [charityId])).size > 0 ? 'erased' : 'unknown';
      // A stay or a resume that is under way is waited for, and counts.
      await tx.query('SELECT FROM charity_standing WHERE charity_id = $1 FOR UPDATE', [charityId]);
      if (!mayGo(await readStanding(tx))) return 'stays';
      const team = await teamOf(tx);
      const [clock] = await tx.query<{ at: Date }>('SELECT baton.now() AS at');
      const at = clock?.at ?? new Date();
      const fact = newFact(charityErased, { subject: charityId, revision: 1, data: {} });
      await appendFacts(tx, newAuditFact(tenancyAudited, { by, action: 'charity.erased', at }), fact);
      await eraseCharity(tx);
      await this.forgetWhoBelongsNowhere(all, team);
      await forgetApplication(await all.enterCharity(platformId), charityId);
      // On the disk before the commit: no erasure is missing from it.
      await this.ledger.write(charityId);
      return 'erased';
    });
  }

  private async forgetWhoBelongsNowhere(all: WorkerTx, team: readonly PersonId[]): Promise<void> {
    const elsewhere = await all.query<{ person_id: string }>(
      'SELECT person_id FROM member WHERE person_id = ANY ($1::uuid[])',
      [team],
    );
    const platform = await all.enterCharity(platformId);
    const operators = await platform.query<{ person_id: string }>(
      'SELECT person_id FROM operator_person WHERE charity_id = $1 AND person_id = ANY ($2::uuid[])',
      [platformId, team],
    );
    const belong = new Set([...elsewhere, ...operators].map((row) => row.person_id));
    for (const personId of team.filter((person) => !belong.has(person))) {
      await this.vault.shred(platform, ownerOf(personId));
      await platform.query('DELETE FROM person WHERE charity_id = $1 AND person_id = $2', [
        platformId,
        personId,
      ]);
    }
  }
}

/** How it once came aboard lies with the platform, under the charity’s id. */
async function forgetApplication(platform: Tx, charityId: CharityId): Promise<void> {
  await platform.query('DELETE FROM aboard_application WHERE charity_id = $1 AND application_id = $2', [
    platformId,
    charityId,
  ]);
}

/** Whoever comes second waits here, and finds it gone. The role may not lock rows of this table, so the charity's id is. */
async function lockCharity(tx: Tx): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`leaving ${tx.charityId}`]);
  return (await tx.query('SELECT FROM charity WHERE charity_id = $1', [tx.charityId])).length > 0;
}

async function teamOf(tx: Tx): Promise<PersonId[]> {
  const rows = await tx.query<{ person_id: string }>('SELECT person_id FROM member WHERE charity_id = $1', [
    tx.charityId,
  ]);
  return rows.map((row) => PersonId.parse(row.person_id));
}
