import type { ApplicationId, CuratorId } from '@baton/contracts';
import { type Chance, seeded } from '@baton/testing';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../charity-on-stage.js';
import { Nominee } from '../nominee.js';
import { OwnPageOnStage } from '../own-page-on-stage.js';
import type { Stage } from '../stage.js';
import { Diary, dayMs } from './diary.js';
import { drawLife, type Life } from './life.js';
import { Preparing } from './preparing.js';
import { TheTeam } from './the-team.js';
import { Weekends } from './weekends.js';

const days = 365;

/**
 * A year of a charity as it would be lived: people apply, dither, answer, prepare, curate and go, and two evenings a week a
 * volunteer looks. The service is the real one on a clock that jumps from day to day; scheduling’s and the gateway’s facts are
 * said for them.
 */
export class Year {
  readonly lives = new Map<ApplicationId, Life>();
  readonly told = { tooYoung: 0, suggested: 0, went: 0, again: 0 };
  readonly team: TheTeam;
  readonly weekends: Weekends;
  private readonly diary = new Diary();
  private readonly chance: Chance;
  private readonly preparing: Preparing;
  private readonly ownPage: OwnPageOnStage;
  private readonly curators = new Map<CuratorId, { curator: CuratorOnStage; life: Life }>();

  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
    { applicants, seed }: { applicants: number; seed: number },
  ) {
    this.chance = seeded(seed);
    this.preparing = new Preparing(stage, charity);
    this.ownPage = new OwnPageOnStage(stage, charity);
    this.weekends = new Weekends(stage, charity, Date.now());
    this.team = new TheTeam(stage, charity, this.chance, {
      whenAccepted: (id, curatorId) => this.begins(id, curatorId),
      whenAsked: (id) => this.isAsked(id),
    });
    for (let number = 0; number < applicants; number += 1) {
      const life = drawLife(this.chance, number, 1 + this.chance.below(days - 10));
      if (life.isUnknownAddress) stage.mailbox.unknown.add(life.email);
      this.diary.after(life.appliesOn, () => this.comes(life));
    }
  }

  async live(): Promise<void> {
    for (this.diary.today = 0; this.diary.today < days; this.diary.today += 1) await this.day();
    // What was said on the last evening is mailed, too.
    await this.stage.database.shiftClock(days * dayMs);
    await this.stage.sendMail();
  }

  private async day(): Promise<void> {
    const { today } = this.diary;
    await this.stage.database.shiftClock(today * dayMs);
    await this.diary.act();
    if (today % 7 === 2 || today % 7 === 4) await this.team.evening();
    const curated = await this.weekends.turn(today);
    await this.stage.settled();
    if (curated) this.hasCurated(curated);
    await this.stage.lookThrough();
    await this.stage.sendMail();
    if (today % 7 === 0) await this.stage.carryOutRetention();
  }

  private async comes(life: Life): Promise<void> {
    if (!life.isSuggested || life.isUnknownAddress) return this.applies(life);
    const nominee = new Nominee(this.stage, this.charity, life.email);
    accepted(await nominee.isNominated());
    this.told.suggested += 1;
    this.diary.after(1, async () => {
      const token = await nominee.token();
      accepted(await nominee.answers('showMe', token));
      await this.applies(life, token);
    });
  }

  private async applies(life: Life, nomination?: string): Promise<void> {
    const { penName, email, isOfAge: ofAge } = life;
    const person = { name: `Person ${life.number}`, email };
    const form = this.charity.form({ penName, person, ofAge, ...(nomination ? { nomination } : {}) });
    const answer = await this.charity.apply(form);
    if (!answer.ok) {
      if (answer.refusal.code !== 'tooYoung') throw new Error(`refused: ${answer.refusal.code}`);
      this.told.tooYoung += 1;
      return;
    }
    this.lives.set(form.applicationId, life);
    if (life.appliesTwice) this.diary.after(1, () => this.appliesAgain(penName, person));
    if (life.goes === 'asApplicant' && !life.isUnknownAddress)
      this.diary.after(2, () => this.withdraws(life));
  }

  /** As long as the first stands it is the same application; after a no, or having withdrawn, it is another one. */
  private async appliesAgain(penName: string, person: { name: string; email: string }): Promise<void> {
    const form = this.charity.form({ penName, person });
    accepted(await this.charity.apply(form));
    const another = await this.stage.inCharity(this.charity.charityId, (tx) =>
      tx.query('SELECT FROM application WHERE application_id = $1', [form.applicationId]),
    );
    this.told.again += another.length;
  }

  private async withdraws({ email }: Life): Promise<void> {
    const answer = await this.ownPage.withdraw(await this.ownPage.linkOf(email));
    if (answer.ok) this.told.went += 1;
  }

  private isAsked(id: ApplicationId): void {
    const life = this.lives.get(id);
    if (!life || life.isUnknownAddress) return;
    this.diary.after(life.answersAfter, async () => {
      await this.ownPage.answer(await this.ownPage.linkOf(life.email), 'Any month but August.');
    });
  }

  private begins(applicationId: ApplicationId, curatorId: CuratorId): void {
    const life = this.lives.get(applicationId);
    if (!life || life.isUnknownAddress) return;
    const caller = { kind: 'curator', charityId: this.charity.charityId, curatorId } as const;
    const curator = { applicationId, curatorId, email: life.email, caller };
    this.curators.set(curatorId, { curator, life });
    const [first, second, third] = life.stepsAfter;
    this.diary.after(life.signsInAfter, () => this.preparing.readsAdvice(curator));
    if (life.goes === 'whilePreparing') {
      this.diary.after(life.signsInAfter + 1, () => this.leaves(curator));
      return;
    }
    this.diary.after(life.signsInAfter + first, () => this.preparing.rehearses(curator));
    this.diary.after(life.signsInAfter + first + second, () => this.preparing.agrees(curator));
    this.diary.after(life.signsInAfter + first + second + third + 1, () => this.isReady(curator, life));
  }

  private async isReady(curator: CuratorOnStage, life: Life): Promise<void> {
    if ((await this.preparing.stateOf(curator)) !== 'ready') return;
    if (life.goes === 'whenReady') return this.leaves(curator);
    this.diary.after(life.booksAfter, () => this.weekends.book(curator.curatorId, this.diary.today));
  }

  private async leaves({ curatorId, caller }: CuratorOnStage): Promise<void> {
    const { charityId } = this.charity;
    this.weekends.free(curatorId);
    accepted(await this.stage.call('leave', { charityId, pastPosts: 'keep' }, caller));
    this.told.went += 1;
  }

  /** Some say “not now” afterwards, and some of those come again. */
  private hasCurated(curatorId: CuratorId): void {
    const known = this.curators.get(curatorId);
    if (!known?.life.comesAgain) return;
    const { charityId } = this.charity;
    const { caller } = known.curator;
    this.diary.after(3, async () => void (await this.stage.call('pause-part', { charityId }, caller)));
    this.diary.after(40, async () => void (await this.stage.call('resume-part', { charityId }, caller)));
  }
}
