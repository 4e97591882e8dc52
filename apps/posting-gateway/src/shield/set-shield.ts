import { accept, type InputOf, type ResultOf, type setShield } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { wisherOf, writeWishes } from './shield-wishes.js';

/** What the team sets for every curator is in the audit; what a curator sets for themself is nobody else's business. */
@Injectable()
export class SetShield implements Handles<typeof setShield> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, ...wishes }: InputOf<typeof setShield>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setShield>> {
    return this.database.inCharity(charityId, async (tx) => {
      await writeWishes(tx, this.vault, wisherOf(caller, charityId), wishes);
      if (caller.kind === 'staff') {
        const details = { words: wishes.mutedWords.length };
        await noteInAudit(tx, { by: caller, action: 'shield.set', about: charityId, details });
      }
      return accept(wishes);
    });
  }
}
