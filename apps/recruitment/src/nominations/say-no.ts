import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../identity/addresses.js';
import type { OpenNomination } from './nomination-row.js';
import { Nominations } from './nominations.js';

/** Somebody does not want to be asked: they never are again, whoever nominates them, and nothing leads to them any more. */
@Injectable()
export class SayNo {
  constructor(
    private readonly nominations: Nominations,
    private readonly addresses: Addresses,
  ) {}

  /** The nomination's row must be locked. */
  async say(tx: Tx, nomination: OpenNomination): Promise<void> {
    const email = await this.nominations.emailOf(tx, nomination);
    await tx.query(
      `UPDATE nomination_address SET refused_at = baton.now() WHERE charity_id = $1 AND email_fingerprint = $2`,
      [tx.charityId, await this.addresses.fingerprint(tx.charityId, email)],
    );
    await this.nominations.settle(tx, nomination, 'refused');
  }
}
