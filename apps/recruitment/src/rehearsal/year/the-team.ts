import type { ApplicationId, ApplicationNoteId, CuratorId, MessageId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Chance } from '@baton/testing';
import { accepted, type CharityOnStage } from '../charity-on-stage.js';
import type { Stage } from '../stage.js';
import { sideBySide } from './diary.js';

interface Consequences {
  readonly whenAccepted: (applicationId: ApplicationId, curatorId: CuratorId) => void;
  readonly whenAsked: (applicationId: ApplicationId) => void;
}

/** Two evenings a week, somebody of the team looks at whoever waits for them, and at nothing else. */
export class TheTeam {
  private readonly asked = new Set<ApplicationId>();
  /** What people decided by hand: yes, no, not now. */
  readonly decided = { yes: 0, no: 0, notNow: 0, takenBack: 0, asked: 0 };

  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
    private readonly chance: Chance,
    private readonly then: Consequences,
  ) {}

  async evening(): Promise<void> {
    const input = { charityId: this.charity.charityId, turn: 'team', sort: 'longestWaiting' } as const;
    const { applications } = accepted(
      await this.stage.call('list-applications', { ...input, limit: 200 }, this.charity.manager),
    );
    const waiting = applications.filter(({ state }) => state === 'applied' || state === 'screening');
    const decisions = waiting.map(({ applicationId }) => this.decides(applicationId));
    await sideBySide(decisions);
  }

  /** What somebody makes of an application, drawn before it is done. */
  private decides(applicationId: ApplicationId): () => Promise<void> {
    if (!this.asked.has(applicationId) && this.chance.chance(0.2)) return () => this.ask(applicationId);
    if (this.chance.chance(0.05)) return () => this.sleepOnIt(applicationId);
    if (this.chance.chance(0.75)) return () => this.accepts(applicationId);
    const word = this.chance.chance(0.6) ? 'no' : 'notNow';
    // A slip of the finger, noticed at once; the next evening decides again.
    const isSlip = this.chance.chance(0.15);
    return () => this.putsOff(applicationId, word, isSlip);
  }

  private async accepts(applicationId: ApplicationId): Promise<void> {
    this.decided.yes += 1;
    const { curatorId } = accepted(await this.charity.accept(applicationId));
    this.then.whenAccepted(applicationId, curatorId);
  }

  private async putsOff(applicationId: ApplicationId, word: 'no' | 'notNow', isSlip: boolean): Promise<void> {
    this.decided[word] += 1;
    if (word === 'no') accepted(await this.charity.decline(applicationId, 'Please try again in spring.'));
    else accepted(await this.charity.putOff(applicationId));
    if (!isSlip) return;
    this.decided.takenBack += 1;
    accepted(await this.charity.takeBack(applicationId));
  }

  private async ask(applicationId: ApplicationId): Promise<void> {
    this.asked.add(applicationId);
    this.decided.asked += 1;
    const { charityId, manager } = this.charity;
    const question = {
      charityId,
      applicationId,
      messageId: newId<MessageId>(),
      text: 'Which months suit you?',
    };
    accepted(await this.stage.call('ask-applicant', question, manager));
    this.then.whenAsked(applicationId);
  }

  private async sleepOnIt(applicationId: ApplicationId): Promise<void> {
    const { charityId, manager } = this.charity;
    const note = {
      charityId,
      applicationId,
      noteId: newId<ApplicationNoteId>(),
      text: 'Let us sleep on it.',
    };
    accepted(await this.stage.call('note-on-application', note, manager));
  }
}
