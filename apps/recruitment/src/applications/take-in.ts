import { type ApplicationId, applicationSubmitted } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteEcho } from '../calls/places-taken.js';
import { keepYes } from '../consent/consent-records.js';
import { keepWording } from '../consent/wordings.js';
import { Addresses } from '../identity/addresses.js';
import { IdentityVault, sealedFor } from '../identity/identity-vault.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { keepDiscreet } from '../mail-wishes/mail-wishes.js';
import { EndNominations } from '../nominations/end-nominations.js';
import type { SoundForm } from './sound-form.js';

/**
 * Takes a sound form in: it becomes an application, unless one stands under its address already. Whoever owns the address is
 * then told by mail, once a day at most, and nothing of theirs changes.
 */
@Injectable()
export class TakeIn {
  constructor(
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
    private readonly addresses: Addresses,
    private readonly mail: QueueMail,
    private readonly nominations: EndNominations,
  ) {}

  /** The form's own turn must have been taken. */
  async take(tx: Tx, form: SoundForm, content: Buffer): Promise<'taken' | 'standsAlready'> {
    const standing = await this.addresses.claim(tx, form.person.email);
    if (standing) {
      await noteEcho(tx, form.callId, form.applicationId);
      await this.remind(tx, standing, form.applicationId);
      return 'standsAlready';
    }
    await this.store(tx, form, content);
    return 'taken';
  }

  private async remind(tx: Tx, standing: ApplicationId, again: ApplicationId): Promise<void> {
    if (!(await this.addresses.mayRemind(tx, standing))) return;
    const cause = `applied again ${again}`;
    await this.mail.queue(tx, { applicationId: standing, letter: 'appliedAlready', cause });
  }

  private async store(tx: Tx, form: SoundForm, content: Buffer): Promise<void> {
    const { applicationId, callId, version: answered, language, penName, identityLevel, consentHash } = form;
    const row = [tx.charityId, applicationId, callId, answered, language, penName, identityLevel];
    await tx.query(
      `INSERT INTO application (charity_id, application_id, call_id, call_version, language, pen_name, identity_level,
                                consent_hash, content_fingerprint, about_sealed, answers_sealed, nominated_by, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'applied')`,
      [
        ...[...row, consentHash, content, ...(await this.sealedWords(tx, form))],
        await this.nominations.byApplying(tx, form.nomination),
      ],
    );
    const { version } = await keepWording(tx, 'posting', form.consentText);
    await keepYes(tx, applicationId, { channel: 'posting', version, identityLevel, months: null });
    await this.identities.keep(tx, applicationId, form.person);
    if (form.openMails) await keepDiscreet(tx, applicationId, false);
    await this.mail.queue(tx, { applicationId, letter: 'applicationReceived', cause: 'applied' });
    const data = { applicationId, callId, penName };
    await appendFacts(tx, newFact(applicationSubmitted, { subject: applicationId, revision: 1, data }));
  }

  /** What a person writes about themself is as private as their name, and sealed like it. */
  private async sealedWords(tx: Tx, { applicationId, about, answers }: SoundForm) {
    const owner = sealedFor(applicationId);
    return [
      about ? await this.vault.seal(tx, owner, 'about', about) : null,
      Object.keys(answers).length > 0
        ? await this.vault.seal(tx, owner, 'answers', JSON.stringify(answers))
        : null,
    ];
  }
}
