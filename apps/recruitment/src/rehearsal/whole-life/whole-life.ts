import {
  type ApplicationId,
  type BuddyMessageId,
  type BuddyPairId,
  type CallId,
  type CharityId,
  decisionMailedAfterSeconds,
  type MessageId,
  type NominationId,
  questionMailedAfterSeconds,
  type SavedFormId,
  type TakeoverId,
} from '@baton/contracts';
import { answerOf, handIn } from '@baton/mail';
import { newId } from '@baton/service-kit';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf, takeoverScheduledTo } from '../facts-of-others.js';
import { Nominee } from '../nominee.js';
import { OwnPageOnStage } from '../own-page-on-stage.js';
import type { Stage } from '../stage.js';
import { ada, bob, type Canary, cleo, dora, ed, nele, sam, words } from './people.js';

const anyone = { kind: 'anyone' } as const;
const dayMs = 86_400_000;

/** What anybody would have to know to ask about somebody. */
export interface Ids {
  readonly charityId: CharityId;
  readonly callId: CallId;
  readonly applicationId: ApplicationId;
  readonly curatorId: CuratorOnStage['curatorId'];
  readonly takeoverId: TakeoverId;
  readonly pairId: BuddyPairId;
  readonly messageId: MessageId;
  readonly nominationId: NominationId;
  readonly savedFormId: SavedFormId;
}

/** Everything that can happen to people in recruitment, in one charity, once. */
export class WholeLife {
  private clockMs = 0;
  private readonly own: OwnPageOnStage;
  private callId = newId<CallId>();
  private consentHash = '';
  readonly messageId = newId<MessageId>();
  readonly nominationId = newId<NominationId>();
  readonly savedFormId = newId<SavedFormId>();

  constructor(
    private readonly stage: Stage,
    readonly charity: CharityOnStage,
  ) {
    this.own = new OwnPageOnStage(stage, charity);
  }

  async live(): Promise<{ ids: Ids; ada: CuratorOnStage; cleo: CuratorOnStage }> {
    const questions = [{ questionId: 'why', kind: 'text', label: 'Why you?' }] as const;
    const { callId, consentHash } = await this.charity.anotherCall({ questions: [...questions] });
    this.callId = callId;
    this.consentHash = consentHash;
    await this.peopleAtTheEdge();
    const cleoThere = await this.curator(cleo, 'Lighthouse', words.aboutCleo.text);
    await this.hasWeekend(cleoThere);
    const adaThere = await this.adaBecomesCurator();
    const pairId = await this.buddies(adaThere, cleoThere);
    const takeoverId = await this.hasWeekend(adaThere);
    await this.isOpenedAndCorrected(adaThere);
    const { applicationId, curatorId } = adaThere;
    const { messageId, nominationId, savedFormId } = this;
    const ids = { charityId: this.charity.charityId, callId, applicationId, curatorId, takeoverId, pairId };
    return { ids: { ...ids, messageId, nominationId, savedFormId }, ada: adaThere, cleo: cleoThere };
  }

  private get which() {
    return { charityId: this.charity.charityId };
  }

  private async later(byMs: number): Promise<void> {
    this.clockMs += byMs;
    await this.stage.database.shiftClock(this.clockMs);
    await this.stage.sendMail();
  }

  private form({ name, email, phone }: Canary, penName: string, about: string, more = {}) {
    const { callId, consentHash } = this;
    const person = { name, email, phone };
    return this.charity.form({ callId, consentHash, penName, about, person, ...more });
  }

  /** Those who never become curators. */
  private async peopleAtTheEdge(): Promise<void> {
    const { charity, stage, callId, savedFormId } = this;
    const content = { about: words.draftOfSam.text, name: sam.name, phone: sam.phone };
    const saved = { ...this.which, callId, savedFormId, content, email: sam.email };
    const { token } = accepted(await stage.call('save-form', saved, anyone));
    accepted(await stage.call('open-saved-form', { ...this.which, token }, anyone));
    const nominee = new Nominee(stage, charity, nele.email);
    accepted(await nominee.isNominated(this.nominationId, nele.name));
    accepted(await nominee.answers('no', await nominee.token()));
    accepted(
      await charity.apply(this.form(bob, 'Pills', words.aboutBob.text, { website: 'https://x.example' })),
    );
    const doras = this.form(dora, 'Dee', words.aboutDora.text);
    accepted(await charity.apply(doras));
    accepted(await charity.decline(doras.applicationId, words.toldDora.text));
    const eds = this.form(ed, 'Tango', words.aboutEd.text);
    accepted(await charity.apply(eds));
    accepted(await charity.putOff(eds.applicationId, words.toldEd.text));
    await this.later((decisionMailedAfterSeconds + 1) * 1000);
    const link = await this.own.linkOf(ed.email);
    accepted(await this.own.view(link));
    accepted(await this.own.withdraw(link));
  }

  private async curator(who: Canary, penName: string, about: string): Promise<CuratorOnStage> {
    const form = this.form(who, penName, about);
    accepted(await this.charity.apply(form));
    return this.begins(form.applicationId, who);
  }

  private async begins(applicationId: ApplicationId, { email }: Canary): Promise<CuratorOnStage> {
    const { charity } = this;
    const { curatorId } = accepted(await charity.accept(applicationId));
    const caller = { kind: 'curator', ...this.which, curatorId } as const;
    const curator = { applicationId, curatorId, email, caller };
    accepted(await charity.signIn(email, await charity.codeFor(email)));
    accepted(await charity.agree(curator, await charity.agreement()));
    return curator;
  }

  /** Suggested, applies by the link, is asked and answers on her page and by mail. */
  private async adaBecomesCurator(): Promise<CuratorOnStage> {
    const { charity, stage } = this;
    const nominee = new Nominee(stage, charity, ada.email);
    accepted(await nominee.isNominated(undefined, ada.name.split(' ')[0]));
    const nomination = await nominee.token();
    accepted(await nominee.answers('showMe', nomination));
    const answers = { why: words.answerOfAda.text };
    const form = this.form(ada, 'Robin', words.aboutAda.text, { nomination, answers });
    accepted(await charity.apply(form));
    const { applicationId } = form;
    const { manager } = charity;
    const which = { ...this.which, applicationId };
    const note = { ...which, noteId: newId<never>(), text: words.noteOnAda.text };
    accepted(await stage.call('note-on-application', note, manager));
    const question = { ...which, messageId: this.messageId, text: words.askedOfAda.text };
    accepted(await stage.call('ask-applicant', question, manager));
    await this.later((questionMailedAfterSeconds + 1) * 1000);
    accepted(await this.own.answer(await this.own.linkOf(ada.email), words.adaByPage.text));
    const asked = (await charity.mailsTo(ada.email)).at(-1);
    const to = /^Reply-To: <?([^>\n]+)>?$/im.exec(asked?.headers ?? '')?.[1] ?? '';
    const lines = answerOf(words.adaByMail.text);
    const said = await handIn(stage.doorPort, { from: ada.email, to, lines });
    if (!said.startsWith('250')) throw new Error(`an answer was not taken: ${said}`);
    accepted(await stage.call('view-application', which, manager));
    return this.begins(applicationId, ada);
  }

  private async buddies(robin: CuratorOnStage, other: CuratorOnStage): Promise<BuddyPairId> {
    const { stage, which } = this;
    accepted(await stage.call('offer-to-be-buddy', { ...which, offers: true }, other.caller));
    const asked = await stage.call('ask-for-buddy', { ...which, alertMyBuddy: false }, robin.caller);
    const [pair] = accepted(asked).buddies;
    if (!pair) throw new Error('nobody was found');
    const { pairId } = pair;
    const message = { ...which, pairId, messageId: newId<BuddyMessageId>(), text: words.adaToCleo.text };
    accepted(await stage.call('write-to-buddy', message, robin.caller));
    return pairId;
  }

  private async hasWeekend({ curatorId }: CuratorOnStage): Promise<TakeoverId> {
    const { stage, charity } = this;
    const endsAt = new Date(Date.now() + this.clockMs + 2 * dayMs);
    const scheduled = takeoverScheduledTo(charity.charityId, curatorId, endsAt);
    const { takeoverId } = scheduled[2].data;
    await stage.hears(...scheduled);
    await stage.sendMail();
    await stage.hears(...takeoverOpenedOf(charity.charityId, curatorId, takeoverId));
    await stage.hears(...takeoverClosedOf(charity.charityId, curatorId, takeoverId));
    await stage.sendMail();
    return takeoverId;
  }

  /** The vault is opened for a purpose, and she puts right what is kept of her. */
  private async isOpenedAndCorrected({ curatorId, caller }: CuratorOnStage): Promise<void> {
    const { stage, which } = this;
    const opening = { ...which, curatorId, reason: 'wellbeing', purpose: words.whyOpened.text } as const;
    accepted(await stage.call('reveal-identity', opening, this.charity.manager));
    const alsoTells = [ada.alsoTells];
    accepted(await stage.call('correct-my-data', { ...which, alsoTells }, caller));
  }
}
