import { askedAgainAfterDays, type NominationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { Addresses } from '../identity/addresses.js';
import { takeTurns } from '../turns/take-turns.js';
import { findNomination, isOpen } from './nomination-row.js';
import { Nominations } from './nominations.js';

const isKnown = 'SELECT 1 FROM person WHERE charity_id = $1 AND email_fingerprint = $2 LIMIT 1';
const claim = `
  INSERT INTO nomination_address AS known (charity_id, email_fingerprint, nomination_id) VALUES ($1, $2, $3)
  ON CONFLICT (charity_id, email_fingerprint) DO UPDATE
     SET nomination_id = excluded.nomination_id, asked_at = baton.now()
   WHERE known.refused_at IS NULL
     AND (known.nomination_id = excluded.nomination_id
          OR known.asked_at <= baton.now() - make_interval(days => $4))
  RETURNING nomination_id`;

/**
 * Decides, at the moment the mail is written, whether a nominee is asked at all. Not: who has applied or curates, whatever
 * became of it; who said no; who was asked lately, whoever nominated. Of them everything that was typed is forgotten at
 * once, and the nomination looks like one that nobody answers.
 */
@Injectable()
export class WhomToAsk {
  constructor(
    private readonly nominations: Nominations,
    private readonly addresses: Addresses,
  ) {}

  async find(tx: Tx, nominationId: NominationId): Promise<{ email: string; token: string } | undefined> {
    const email = await this.openAddress(tx, nominationId, 'unlocked');
    if (!email) return undefined;
    const fingerprint = await this.addresses.fingerprint(tx.charityId, email);
    // Somebody who is just applying under this address is waited for; like them, the address first and then the nomination.
    await takeTurns(tx, `address ${fingerprint.toString('hex')}`);
    if (!(await this.openAddress(tx, nominationId))) return undefined;
    if (await mayAsk(tx, fingerprint, nominationId))
      return { email, token: await this.nominations.tokenOf(tx.charityId, nominationId) };
    await this.nominations.forget(tx, nominationId);
    return undefined;
  }

  private async openAddress(tx: Tx, nominationId: NominationId, lock?: 'unlocked') {
    const nomination = await findNomination(tx, nominationId, lock);
    if (!nomination || !isOpen(nomination, await databaseNow(tx))) return undefined;
    return this.nominations.emailOf(tx, nomination);
  }
}

async function mayAsk(tx: Tx, fingerprint: Buffer, nominationId: NominationId): Promise<boolean> {
  if ((await tx.query(isKnown, [tx.charityId, fingerprint])).length > 0) return false;
  const claimed = await tx.query(claim, [tx.charityId, fingerprint, nominationId, askedAgainAfterDays]);
  return claimed.length > 0;
}
