import {
  type ApplicationId,
  accept,
  applicationSubmitted,
  type apply,
  type InputOf,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { appendFacts, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCall } from '../calls/call-row.js';
import { keepYes } from '../consent/consent-records.js';
import { keepWording } from '../consent/wordings.js';
import { Addresses } from '../identity/addresses.js';
import { IdentityVault, sealedFor } from '../identity/identity-vault.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { EndNominations } from '../nominations/end-nominations.js';
import { takeTurns } from '../turns/take-turns.js';
import { type Application, findApplication } from './application-row.js';

type Form = InputOf<typeof apply>;
type Answer = ResultOf<typeof apply>;

/**
 * Somebody applies. The same application again is the same application, however often the button was pressed, and of two
 * under one id the first is kept.
 *
 * Anybody can type in anybody's address, and to have applied to a charity for an illness tells a lot. So the answer never
 * tells whether an address is known: whoever owns it is told by mail, once a day at most, and nothing of theirs changes.
 */
@Injectable()
export class Apply implements Handles<typeof apply> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
    private readonly addresses: Addresses,
    private readonly mail: QueueMail,
    private readonly nominations: EndNominations,
  ) {}

  async handle(form: Form): Promise<Answer> {
    const content = await this.vault.fingerprint(form.charityId, 'application', contentOf(form));
    return this.database.inCharity(form.charityId, (tx) => this.take(tx, form, content));
  }

  private async take(tx: Tx, form: Form, content: Buffer): Promise<Answer> {
    // Before anything is read, so that of two clicks at once the second sees what the first one stored.
    await takeTurns(tx, `application ${form.applicationId}`);
    const standing = await this.addresses.claim(tx, form.person.email);
    const known = await findApplication(tx, form.applicationId);
    if (known) return sameAgain(known, content);
    const call = await findCall(tx, form.callId);
    if (!call) return refuse('notFound');
    if (call.consentHash !== form.consentHash) return refuse('consentChanged');
    if (standing) await this.remind(tx, standing, form.applicationId);
    else await this.store(tx, form, content, call.consentText);
    return accept({ applicationId: form.applicationId, state: 'applied' as const });
  }

  private async remind(tx: Tx, standing: ApplicationId, again: ApplicationId): Promise<void> {
    if (!(await this.addresses.mayRemind(tx, standing))) return;
    const cause = `applied again ${again}`;
    await this.mail.queue(tx, { applicationId: standing, letter: 'appliedAlready', cause });
  }

  private async store(tx: Tx, form: Form, content: Buffer, consentText: string): Promise<void> {
    const { applicationId, callId, penName, identityLevel, about, consentHash } = form;
    // What a person writes about themself is as private as their name, and sealed like it.
    const aboutSealed = about ? await this.vault.seal(tx, sealedFor(applicationId), 'about', about) : null;
    const row = [
      tx.charityId,
      applicationId,
      callId,
      penName,
      identityLevel,
      aboutSealed,
      consentHash,
      content,
    ];
    await tx.query(
      `INSERT INTO application (charity_id, application_id, call_id, pen_name, identity_level, about_sealed,
                                consent_hash, content_fingerprint, nominated_by, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'applied')`,
      [...row, await this.nominations.byApplying(tx, form.nomination)],
    );
    const { version } = await keepWording(tx, 'posting', consentText);
    await keepYes(tx, applicationId, { channel: 'posting', version, identityLevel, months: null });
    await this.identities.keep(tx, applicationId, form.person);
    await this.mail.queue(tx, { applicationId, letter: 'applicationReceived', cause: 'applied' });
    const data = { applicationId, callId, penName };
    await appendFacts(tx, newFact(applicationSubmitted, { subject: applicationId, revision: 1, data }));
  }
}

/** Other answers under the same id get the answer of a first application: a refusal would tell that the first was kept. */
const sameAgain = ({ applicationId, contentFingerprint, state }: Application, content: Buffer): Answer =>
  accept({ applicationId, state: contentFingerprint.equals(content) ? state : ('applied' as const) });

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
