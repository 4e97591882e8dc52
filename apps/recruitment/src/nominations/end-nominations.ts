import {
  type ApplicationId,
  agreedNominationLastsDays,
  askedAgainAfterDays,
  type CuratorId,
  type NominatedBy,
  type NominationId,
  nominationLastsDays,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { findNomination, isOpen, type Nomination, nominationColumns } from './nomination-row.js';
import { Nominations } from './nominations.js';

/** So many in one transaction; the next round, at once, takes more. */
const atOnce = 200;

const daysAreOver = `
  SELECT ${nominationColumns} FROM nomination
   WHERE charity_id = $1
     AND (state = 'asked' AND state_since <= baton.now() - make_interval(days => $2)
          OR state = 'agreed' AND state_since <= baton.now() - make_interval(days => $3))
   ORDER BY state_since LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
const forgetAddresses = `
  DELETE FROM nomination_address
   WHERE charity_id = $1 AND refused_at IS NULL AND asked_at <= baton.now() - make_interval(days => $2)`;
/** Long over, and nobody's no: what is left of it is a line that tells nothing. */
const longOver = `
  DELETE FROM nomination
   WHERE charity_id = $1 AND state NOT IN ('asked', 'agreed') AND state_since <= baton.now() - interval '400 days'
     AND NOT EXISTS (SELECT FROM nomination_address
                      WHERE nomination_address.charity_id = $1 AND nomination_address.nomination_id = nomination.nomination_id)`;
/** A no is kept: it is what keeps them from being asked. */
const addressOf = `
  DELETE FROM nomination_address WHERE charity_id = $1 AND refused_at IS NULL AND email_fingerprint IN
    (SELECT email_fingerprint FROM person WHERE charity_id = $1 AND application_id = $2)
  RETURNING nomination_id AS "nominationId"`;

/** How a nomination ends: they applied, they said nothing for too long, or they were erased. */
@Injectable()
export class EndNominations {
  constructor(private readonly nominations: Nominations) {}

  /** Somebody applies with the link of a nomination. Whose idea it was; null where the link leads nowhere any more. */
  async byApplying(tx: Tx, token: string | undefined): Promise<NominatedBy | null> {
    const nomination = token ? await this.nominations.byLink(tx, token) : undefined;
    if (!nomination || !isOpen(nomination, await databaseNow(tx))) return null;
    await this.nominations.settle(tx, nomination, 'applied');
    return nomination.nominatedBy;
  }

  /** Those whose days are over; answers how many. */
  async bySilence(tx: Tx): Promise<number> {
    const silent = await tx.query<Nomination>(daysAreOver, [
      tx.charityId,
      nominationLastsDays,
      agreedNominationLastsDays,
    ]);
    for (const nomination of silent) await this.nominations.settle(tx, nomination, 'lapsed');
    await tx.query(forgetAddresses, [tx.charityId, askedAgainAfterDays]);
    await tx.query(longOver, [tx.charityId]);
    return silent.length;
  }

  /** Somebody is erased: nobody finds them in a nomination of them, nor as who nominated. */
  async byErasing(tx: Tx, applicationId: ApplicationId, curatorId: CuratorId | null): Promise<void> {
    const asked = await tx.query<{ nominationId: NominationId }>(addressOf, [tx.charityId, applicationId]);
    for (const { nominationId } of asked) {
      const nomination = await findNomination(tx, nominationId);
      if (nomination?.emailSealed) await this.nominations.settle(tx, nomination, 'lapsed');
    }
    await tx.query('UPDATE nomination SET curator_id = NULL WHERE charity_id = $1 AND curator_id = $2', [
      tx.charityId,
      curatorId,
    ]);
  }
}
