import {
  type ApplicationId,
  type AuditAction,
  AuditEntry,
  type Caller,
  type CallId,
  type CharityId,
  type ConsentChannel,
  type CuratorId,
  charityRegistered,
  type Envelope,
  type MemberId,
  type operations,
  type PublicCall,
  type RequestOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Mail } from './mailbox.js';
import type { Stage } from './stage.js';

type Form = RequestOf<(typeof operations.recruitment)['apply']> & { readonly applicationId: ApplicationId };

export interface CuratorOnStage {
  readonly applicationId: ApplicationId;
  readonly curatorId: CuratorId;
  readonly email: string;
  readonly caller: Caller;
}

const anyone: Caller = { kind: 'anyone' };
const gateway: Caller = { kind: 'service', service: 'api-gateway' };

/** A charity with a manager and an open call, and what people do in it. */
export class CharityOnStage {
  readonly callId = newId<CallId>();
  readonly manager: Caller;
  private consentHash = '';

  /** What each asker holds. */
  private readonly tickets = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    readonly charityId: CharityId,
  ) {
    this.manager = {
      kind: 'staff',
      charityId,
      memberId: newId<MemberId>(),
      role: 'manager',
      steppedUpUntil: '2100-01-01T00:00:00.000Z',
    };
  }

  register(name: string): Promise<void> {
    const data = { name, slug: 'shine-ms', zone: 'Europe/London' };
    return this.stage.hears(charityRegistered, this.charityId, {
      subject: this.charityId,
      revision: 1,
      data,
    });
  }

  /** The agreement is all that this charity asks for before a weekend. */
  async askForTheAgreementAlone(): Promise<void> {
    const rest = { advice: 'off', rehearsal: 'off', firstPost: 'off', buddy: 'off' } as const;
    accepted(await this.stage.call('set-preparation', { charityId: this.charityId, ...rest }, this.manager));
  }

  async openCall(): Promise<void> {
    const words = { title: 'Take over', invitation: 'Come and join us.', consentText: 'We keep you safe.' };
    const call = { charityId: this.charityId, callId: this.callId, ...words };
    this.consentHash = accepted(await this.stage.call('open-call', call, this.manager)).consentHash;
  }

  /** Another call, opened with a charity's own questions and settings. */
  async anotherCall(
    as: Partial<RequestOf<(typeof operations.recruitment)['open-call']>> = {},
  ): Promise<PublicCall> {
    const words = { title: 'Take over', invitation: 'Come and join us.', consentText: 'We keep you safe.' };
    const call = { charityId: this.charityId, callId: newId<CallId>(), ...words, ...as };
    return accepted(await this.stage.call('open-call', call, this.manager));
  }

  /** Puts a call otherwise. */
  async changeCall(
    callId: CallId,
    as: Partial<RequestOf<(typeof operations.recruitment)['change-call']>> = {},
  ) {
    const words = { title: 'Take over', invitation: 'Come and join us.', consentText: 'We keep you safe.' };
    const call = { charityId: this.charityId, callId, ...words, ...as };
    return accepted(await this.stage.call('change-call', call, this.manager));
  }

  /** A form filled in by somebody with an address of their own. */
  form(as: Partial<Form> = {}): Form {
    return {
      charityId: this.charityId,
      callId: this.callId,
      applicationId: newId<ApplicationId>(),
      penName: 'Robin',
      identityLevel: 'anonymous',
      person: anybody(),
      ofAge: true,
      consentHash: this.consentHash,
      ...as,
    };
  }

  apply(form: Form) {
    return this.stage.call('apply', form, anyone);
  }

  accept(applicationId: ApplicationId, caller = this.manager) {
    return this.stage.call('accept-application', { charityId: this.charityId, applicationId }, caller);
  }

  decline(applicationId: ApplicationId, words = '') {
    const input = { charityId: this.charityId, applicationId, words };
    return this.stage.call('decline-application', input, this.manager);
  }

  putOff(applicationId: ApplicationId, words = '') {
    const input = { charityId: this.charityId, applicationId, words };
    return this.stage.call('put-off-application', input, this.manager);
  }

  takeBack(applicationId: ApplicationId, caller = this.manager) {
    return this.stage.call('take-back-decision', { charityId: this.charityId, applicationId }, caller);
  }

  async applications(caller = this.manager) {
    const input = { charityId: this.charityId };
    return accepted(await this.stage.call('list-applications', input, caller)).applications;
  }

  /** Somebody who was accepted and prepares. */
  async aCurator(as: Partial<Form> = {}): Promise<CuratorOnStage> {
    const form = this.form(as);
    accepted(await this.apply(form));
    const { curatorId } = accepted(await this.accept(form.applicationId));
    const caller: Caller = { kind: 'curator', charityId: this.charityId, curatorId };
    return { applicationId: form.applicationId, curatorId, email: form.person.email, caller };
  }

  async agreement() {
    return accepted(await this.stage.call('view-agreement', { charityId: this.charityId }, anyone));
  }

  agree(curator: CuratorOnStage, to: { version: number; hash: string }) {
    const { version, hash } = to;
    return this.stage.call('accept-agreement', { charityId: this.charityId, version, hash }, curator.caller);
  }

  /** A curator says yes to a channel as it is worded now. */
  async consent(curator: CuratorOnStage, channel: ConsentChannel): Promise<void> {
    const { charityId } = this;
    const { consents } = accepted(await this.stage.call('view-consents', { charityId }, curator.caller));
    const wording = consents.find((consent) => consent.channel === channel)?.wording;
    if (!wording) throw new Error('a channel is missing');
    const { version, hash } = wording;
    accepted(await this.stage.call('give-consent', { charityId, channel, version, hash }, curator.caller));
  }

  /** Asks for a code, with the ticket of an earlier asking or as a stranger would. */
  async askToSignIn(email: string, ticket?: string) {
    const input = { charityId: this.charityId, email, ...(ticket ? { ticket } : {}) };
    const answer = await this.stage.call('request-curator-sign-in', input, anyone);
    const address = email.toLowerCase();
    if (answer.ok && !this.tickets.has(address)) this.tickets.set(address, answer.value.ticket);
    return answer;
  }

  /** With the ticket of who asked first, unless another is given. */
  signIn(email: string, code: string, ticket = this.tickets.get(email.toLowerCase()) ?? 'x'.repeat(43)) {
    const input = { charityId: this.charityId, email, code, ticket };
    return this.stage.call('confirm-curator-sign-in', input, gateway);
  }

  /** Asks for a code and reads it in the newest mail with one. */
  async codeFor(email: string): Promise<string> {
    await this.askToSignIn(email, this.tickets.get(email.toLowerCase()));
    const codes = (await this.mailsTo(email)).flatMap(({ text }) => /^ {4}(\d{8})$/m.exec(text)?.[1] ?? []);
    const newest = codes.at(-1);
    if (!newest) throw new Error('no code was mailed');
    return newest;
  }

  /** Everything mailed to an address so far, with what is due. */
  async mailsTo(email: string): Promise<Mail[]> {
    await this.stage.sendMail();
    return this.stage.mailbox.to(email);
  }

  /** What was stated about the charity so far, but for the lines of its audit. */
  async facts(): Promise<Envelope[]> {
    return (await this.stage.factsOf(this.charityId)).filter((fact) => !isAudit(fact));
  }

  /** The lines stated for the charity's audit about one kind of act. */
  async audited(action: AuditAction): Promise<AuditEntry[]> {
    const lines = (await this.stage.factsOf(this.charityId)).filter(isAudit);
    return lines.map(({ data }) => AuditEntry.parse(data)).filter((line) => line.action === action);
  }
}

const isAudit = ({ type }: Envelope): boolean => type === 'baton.recruitment.audited.v1';

/** Nobody in particular, with an address nobody else has. */
export const anybody = () => ({ name: 'Ada Lovelace', email: `ada.${newId()}@example.org` });

export const accepted = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: unknown },
): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
