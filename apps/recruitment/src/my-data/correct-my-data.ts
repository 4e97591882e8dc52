import { accept, type correctMyData, type InputOf, mayCurate, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { keepAlsoTells } from '../identity/also-tells.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { TellFingerprints } from '../identity/tell-fingerprints.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { curatorOf } from '../me/curator-of.js';
import { AddressChanges } from './address-changes.js';

/** Name and phone are put right at once. A new address is mailed a code first, and the answer never tells more than that. */
@Injectable()
export class CorrectMyData implements Handles<typeof correctMyData> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
    private readonly changes: AddressChanges,
    private readonly mail: QueueMail,
    private readonly fingerprints: TellFingerprints,
  ) {}

  async handle(
    { charityId, name, phone, email, alsoTells }: InputOf<typeof correctMyData>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof correctMyData>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!application) return refuse('notFound');
      const { applicationId, curatorId } = application;
      await this.identities.correct(tx, applicationId, { name, phone });
      if (alsoTells) await keepAlsoTells(tx, this.vault, applicationId, alsoTells);
      if (name !== undefined || phone !== undefined || alsoTells) {
        await noteInAudit(tx, { by: caller, action: 'identity.corrected', about: curatorId });
        if (mayCurate(application.state)) await this.fingerprints.tell(tx, application);
      }
      if (email === undefined) return accept({ next: 'done' as const });
      const change = await this.changes.ask(tx, applicationId, email);
      if (change)
        await this.mail.queue(tx, { applicationId, letter: 'confirmAddress', cause: `address ${change}` });
      return accept({ next: 'confirmAddress' as const });
    });
  }
}
