import {
  type CuratorId,
  type SurveyId,
  surveyAnswered,
  surveyOpened,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Chance } from '@baton/testing';
import { accepted, type CharityOnStage, type CuratorOnStage } from './charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf, takeoverScheduledTo } from './facts-of-others.js';
import type { Mail } from './mailbox.js';
import type { Stage } from './stage.js';
import { WhatMayArrive } from './what-may-arrive.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** One curator, to whom things happen in a random order while replicas send their mails and the mail server has its moods. */
export class RandomMailRun {
  private readonly truth = new WhatMayArrive();
  private readonly broken: string[] = [];
  private read = 0;

  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
    private readonly curator: CuratorOnStage,
    private readonly chance: Chance,
  ) {}

  /** Resolves with every mail that ought not to have arrived. */
  async play(steps: number): Promise<string[]> {
    for (let step = 0; step < steps; step += 1) {
      const act = this.chance.pick(this.acts());
      // Now and then replicas send while something changes: what had a reason before or after may arrive.
      if (this.chance.chance(0.25)) await this.sendWhile(act);
      else await act();
      if (this.chance.chance(0.6)) await this.sendWhile(() => Promise.resolve());
    }
    this.stage.mailbox.outOfOrder = false;
    this.stage.mailbox.losesItsAnswer = () => false;
    await this.later(5 * hourMs);
    for (let rounds = 0; rounds < 5; rounds += 1) await this.sendWhile(() => Promise.resolve());
    return this.broken;
  }

  private acts(): readonly (() => Promise<void>)[] {
    return [
      () => this.book(),
      () => this.close(),
      () => this.askSurvey(),
      () => this.answerSurvey(),
      () => this.sayContact(),
      () => this.later(this.chance.pick([hourMs, dayMs, 15 * dayMs, 91 * dayMs])),
      () => this.breakServer(),
      () => this.loseAnswers(),
    ];
  }

  private async sendWhile(act: () => Promise<void>): Promise<void> {
    const before = this.reasons();
    await Promise.all([this.stage.sendMail(), act()]);
    const after = this.reasons();
    for (const mail of this.arrived()) {
      if (!before(mail) && !after(mail)) this.broken.push(`after its reason was gone: ${mail.subject}`);
      this.noteTwice(mail);
    }
  }

  /** Which mails have a reason as things stand, told later on as they stood. */
  private reasons(): (mail: Mail) => boolean {
    const known = [
      'Your booking',
      'How was it',
      'Your questions are still open',
      'There are free weekends',
    ].map((subject) => [subject, this.truth.mayArrive(subject)] as const);
    return ({ subject }) => known.find(([start]) => subject.startsWith(start))?.[1] ?? true;
  }

  private arrived(): Mail[] {
    const all = this.stage.mailbox.to(this.curator.email);
    const fresh = all.slice(this.read);
    this.read = all.length;
    return fresh;
  }

  /** The same words under another Message-ID would be another mail. */
  private noteTwice({ messageId, text, subject }: Mail): void {
    const { seen } = this.truth;
    if (!seen.has(messageId)) seen.set(messageId, `${subject} ${text}`);
    else if (seen.get(messageId) !== `${subject} ${text}`) this.broken.push(`not the same again: ${subject}`);
  }

  private async later(byMs: number): Promise<void> {
    this.truth.clockMs += byMs;
    await this.stage.database.shiftClock(this.truth.clockMs);
  }

  private async book(): Promise<void> {
    const closesAt = new Date(this.truth.now() + this.chance.pick([2, 9, 30]) * dayMs);
    const fact = takeoverScheduledTo(this.charity.charityId, this.curator.curatorId, closesAt);
    const { takeoverId } = fact[2].data;
    const opensAt = new Date(closesAt.getTime() - dayMs);
    this.truth.takeovers.set(takeoverId, { opensAt, closesAt, state: 'booked' });
    await this.stage.hears(...fact);
  }

  private async close(): Promise<void> {
    const found = [...this.truth.takeovers].find(([, { state }]) => state !== 'over');
    if (!found) return;
    const [takeoverId, takeover] = found;
    const place = [this.charity.charityId, this.curator.curatorId, takeoverId] as const;
    await this.stage.hears(...takeoverOpenedOf(...place));
    await this.stage.hears(...takeoverClosedOf(...place));
    takeover.state = 'over';
  }

  private async askSurvey(): Promise<void> {
    const surveyId = newId<SurveyId>();
    this.truth.surveys.set(surveyId, { openedAtMs: this.truth.now(), answered: false });
    await this.stage.hears(surveyOpened, this.charity.charityId, this.surveyFact(surveyId, 1));
  }

  private async answerSurvey(): Promise<void> {
    const found = [...this.truth.surveys].find(([, { answered }]) => !answered);
    if (!found) return;
    await this.stage.hears(surveyAnswered, this.charity.charityId, this.surveyFact(found[0], 2));
    found[1].answered = true;
  }

  private surveyFact = (surveyId: SurveyId, revision: number) => ({
    subject: surveyId,
    revision,
    data: {
      surveyId,
      takeoverId: newId<TakeoverId>(),
      curatorId: this.curator.curatorId as CuratorId,
      wave: 'after' as const,
      closesAt: null,
    },
  });

  private async sayContact(): Promise<void> {
    if (!this.truth.contact) await this.charity.consent(this.curator, 'contact');
    else
      accepted(
        await this.stage.call(
          'withdraw-consent',
          { charityId: this.charity.charityId, channel: 'contact', pastPosts: 'keep' },
          this.curator.caller,
        ),
      );
    this.truth.contact = !this.truth.contact;
    this.truth.saidNoToContact = !this.truth.contact;
  }

  private breakServer(): Promise<void> {
    this.stage.mailbox.outOfOrder = !this.stage.mailbox.outOfOrder;
    return Promise.resolve();
  }

  /** The server takes mails and dies before it can say so: the sender cannot know, and sends again. */
  private loseAnswers(): Promise<void> {
    const before = this.stage.mailbox.losesItsAnswer();
    this.stage.mailbox.losesItsAnswer = () => !before;
    return Promise.resolve();
  }
}
