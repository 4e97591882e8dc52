import {
  accept,
  type Caller,
  type confirmMyAddress,
  type InputOf,
  mayCurate,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { Addresses } from '../identity/addresses.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { TellFingerprints } from '../identity/tell-fingerprints.js';
import { provedReachable } from '../mail-queue/reachability.js';
import { curatorOf } from '../me/curator-of.js';
import { AddressChanges } from './address-changes.js';

/** The code proves the new address. One that stands for somebody else by now is refused like a wrong code. */
@Injectable()
export class ConfirmMyAddress implements Handles<typeof confirmMyAddress> {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentityVault,
    private readonly addresses: Addresses,
    private readonly changes: AddressChanges,
    private readonly fingerprints: TellFingerprints,
  ) {}

  async handle(
    { charityId, code }: InputOf<typeof confirmMyAddress>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof confirmMyAddress>> {
    // No refusal is returned in here: it would roll the count of tries back.
    const done = await this.database.inCharity(charityId, (tx) => this.confirm(tx, caller, code));
    return done ? accept({ next: 'done' as const }) : refuse('wrongCode');
  }

  private async confirm(tx: Tx, caller: Caller, code: string): Promise<boolean> {
    const application = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
    const email = application && (await this.changes.prove(tx, application.applicationId, code));
    if (!email) return false;
    const { applicationId, curatorId } = application;
    const standing = await this.addresses.claim(tx, email);
    if (standing && standing !== applicationId) return false;
    await this.identities.correct(tx, applicationId, { email });
    await provedReachable(tx, applicationId);
    await noteInAudit(tx, { by: caller, action: 'identity.corrected', about: curatorId });
    if (mayCurate(application.state)) await this.fingerprints.tell(tx, application);
    return true;
  }
}
