import {
  accept,
  applicationSubmitted,
  type apply,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type Handles, newFact } from '@baton/messaging';
import { Database, isViolationOf, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCall } from '../calls/call-row.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { queueMail } from '../mail-queue/queue-mail.js';
import { findApplication } from './application-row.js';

type Form = InputOf<typeof apply>;

/** Somebody applies. The same application again is the same application, however often the button was pressed. */
@Injectable()
export class Apply implements Handles<typeof apply> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
  ) {}

  async handle(form: Form): Promise<ResultOf<typeof apply>> {
    const content = await this.vault.fingerprint(form.charityId, 'application', contentOf(form));
    try {
      return await this.database.inCharity(form.charityId, (tx) => this.take(tx, form, content));
    } catch (error) {
      if (isViolationOf(error, 'person_known_already')) return refuse('alreadyApplied');
      throw error;
    }
  }

  private async take(tx: Tx, form: Form, content: Buffer): Promise<ResultOf<typeof apply>> {
    const { applicationId, callId, penName } = form;
    const known = await findApplication(tx, applicationId);
    if (known) {
      return known.contentFingerprint.equals(content)
        ? accept({ applicationId, state: known.state })
        : refuse('alreadyApplied');
    }
    const call = await findCall(tx, callId);
    if (!call) return refuse('notFound');
    if (call.consentHash !== form.consentHash) return refuse('consentChanged');
    await this.store(tx, form, content);
    await this.identities.keep(tx, applicationId, form.person);
    await queueMail(tx, this.vault, { applicationId, letter: 'applicationReceived' });
    const data = { applicationId, callId, penName };
    await appendFacts(tx, newFact(applicationSubmitted, { subject: applicationId, revision: 1, data }));
    return accept({ applicationId, state: 'applied' as const });
  }

  /** What a person writes about themself is as private as their name, and sealed like it. */
  private async store(tx: Tx, form: Form, content: Buffer): Promise<void> {
    const { applicationId, callId, penName, identityLevel, about, consentHash } = form;
    const aboutSealed = about ? await this.vault.seal(tx, `person:${applicationId}`, 'about', about) : null;
    await tx.query(
      `INSERT INTO application (charity_id, application_id, call_id, pen_name, identity_level, about_sealed,
                                consent_hash, content_fingerprint, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'applied')`,
      [tx.charityId, applicationId, callId, penName, identityLevel, aboutSealed, consentHash, content],
    );
  }
}

const contentOf = ({ callId, penName, identityLevel, person, about, consentHash }: Form): string =>
  JSON.stringify([
    callId,
    penName,
    identityLevel,
    person.name,
    person.email,
    person.phone ?? '',
    about,
    consentHash,
  ]);
