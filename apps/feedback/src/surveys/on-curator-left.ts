import type { curatorLeft, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { respondent } from './respondent.js';

/** Their own words are made unreadable, and what they had not answered is not asked any more. Scores stay, as figures. */
@Injectable()
export class OnCuratorLeft implements Consumes<typeof curatorLeft> {
  constructor(private readonly vault: Vault) {}

  async handle({ data }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    const whose = [tx.charityId, data.curatorId];
    await this.vault.shred(tx, respondent(data.curatorId));
    await tx.query('UPDATE survey SET words_sealed = NULL WHERE charity_id = $1 AND curator_id = $2', whose);
    await tx.query(
      'DELETE FROM survey WHERE charity_id = $1 AND curator_id = $2 AND answered_at IS NULL',
      whose,
    );
  }
}
