import type { curatorLeft, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { notesAbout } from '../notes/notes-about.js';
import { someoneWhoHasLeft } from './has-left.js';
import { takeTurns } from './take-turns.js';

/** Weekends that were stay in the charity’s figures, without the name somebody chose for them and what was noted about them. */
@Injectable()
export class WeekendsForget implements Consumes<typeof curatorLeft> {
  constructor(private readonly vault: Vault) {}

  async handle({ data }: FactOf<typeof curatorLeft>, tx: Tx): Promise<void> {
    const whose = [tx.charityId, data.curatorId];
    await takeTurns(tx, data.curatorId);
    await tx.query('SELECT 1 FROM weekend WHERE charity_id = $1 AND curator_id = $2 FOR UPDATE', whose);
    await tx.query(
      'INSERT INTO curator_gone (charity_id, curator_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      whose,
    );
    await this.vault.shred(tx, notesAbout(data.curatorId));
    await tx.query(
      `DELETE FROM weekend_note WHERE charity_id = $1 AND takeover_id IN
         (SELECT takeover_id FROM weekend WHERE charity_id = $1 AND curator_id = $2)`,
      whose,
    );
    await tx.query('DELETE FROM curator_agreement WHERE charity_id = $1 AND curator_id = $2', whose);
    await tx.query(
      `UPDATE weekend SET pen_name = $3, identity_level = 'anonymous' WHERE charity_id = $1 AND curator_id = $2`,
      [...whose, someoneWhoHasLeft],
    );
  }
}
