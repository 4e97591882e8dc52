import {
  type DataOf,
  type Envelope,
  type HiatusId,
  type OfferId,
  onCallChanged,
  type ShiftId,
  type SwapId,
  slotOffered,
  swapAsked,
  type TakeoverId,
  takeoverPreFlightChecked,
  takeoverPreFlightDue,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { type Chance, seeded } from '@baton/testing';
import { accepted, type CharityOnStage } from '../charity-on-stage.js';
import { RotaOnStage, weekend } from '../rota-on-stage.js';
import type { Stage } from '../stage.js';
import { Agenda } from './agenda.js';
import { dayMs, drawFate, drawReply, type Fate, hourMs, type Person } from './people.js';

const yearMs = 365 * dayMs;

/**
 * A year of a charity's rota as it would be lived: people book, call off, fall ill, swap, stand by and do not answer. The service is the
 * real one on a clock that jumps to whatever is due next; the posting gateway and the rota of those on call are said for it.
 */
export class Year {
  readonly told = { booked: 0, calledOff: 0, unwell: 0, swapsProposed: 0, endedEarly: 0, decisions: 0 };
  readonly begunAt = Date.now();
  private readonly agenda = new Agenda();
  private readonly chance: Chance;
  private readonly people = new Map<string, Person>();
  private lastFact = '0';

  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
    private readonly size: { readonly curators: number; readonly seed: number },
  ) {
    this.chance = seeded(size.seed);
  }

  get endsAt(): number {
    return this.begunAt + yearMs;
  }

  async live(): Promise<void> {
    await this.setUp();
    for (;;) {
      const now = Math.min(this.agenda.nextAt, await this.stage.nextDueAt());
      if (now > this.endsAt) break;
      await this.stage.setClock(now + 1);
      await this.stage.look();
      await this.stage.doWhatIsDue();
      await this.agenda.act(now);
      await this.hear();
    }
    await this.stage.setClock(this.endsAt);
  }

  private async setUp(): Promise<void> {
    accepted(await new RotaOnStage(this.stage, this.charity).define(weekend));
    accepted(await this.call('set-booking-rules', {}));
    const shiftId = newId<ShiftId>();
    const [beginsAt, endsAt] = [this.begunAt, this.endsAt].map((at) => new Date(at).toISOString()) as [
      string,
      string,
    ];
    const shift = { shiftId, beginsAt, endsAt, stands: true };
    await this.stage.hears(onCallChanged, this.charity.charityId, {
      subject: shiftId,
      revision: 1,
      data: shift,
    });
    for (let number = 0; number < this.size.curators; number += 1) await this.comes(number);
    this.agenda.at(this.begunAt + 30 * dayMs, () => this.takesABreak());
    for (let day = 1; day < 365; day += 7)
      this.agenda.at(this.begunAt + day * dayMs, () => this.stage.keepRotasFilled());
  }

  private async comes(number: number): Promise<void> {
    const person = {
      ...(await this.charity.aReadyCurator({ penName: `Curator ${number}` })),
      number,
      standsBy: number % 5 === 0,
    };
    this.people.set(person.curatorId, person);
    if (person.standsBy)
      accepted(await this.as(person, 'offer-standby', { from: day(this.begunAt), until: day(this.endsAt) }));
    this.agenda.at(this.begunAt + this.chance.below(45 * 24) * hourMs, () => this.books(person));
  }

  /** A fortnight without takeovers, decided when some of it is booked already: what of those, a person has to say. */
  private async takesABreak(): Promise<void> {
    const hiatus = {
      hiatusId: newId<HiatusId>(),
      label: 'Summer break',
      from: day(this.begunAt + 100 * dayMs),
      until: day(this.begunAt + 114 * dayMs),
    };
    this.told.decisions += 1;
    const answer = await this.call('set-hiatus', hiatus);
    if (answer.ok) return;
    this.told.decisions += 1;
    accepted(await this.call('set-hiatus', { ...hiatus, booked: 'cancel' }));
  }

  private async books(person: Person): Promise<void> {
    const again = (days: number) => this.agenda.at(this.agendaNow + days * dayMs, () => this.books(person));
    const { slots } = accepted(await this.as(person, 'list-slots', { state: 'free', limit: 12 }));
    const near = slots.filter(({ opensAt }) => Date.parse(opensAt) < this.agendaNow + 75 * dayMs);
    if (near.length === 0) {
      await this.as(person, 'join-waitlist', {});
      return again(30);
    }
    const { slotId } = this.chance.pick(near);
    const takeoverId = newId<TakeoverId>();
    const answer = await this.as(person, 'book-slot', { slotId, takeoverId });
    if (!answer.ok) return again(7 + this.chance.below(20));
    this.told.booked += 1;
    this.meetsFate(person, takeoverId, Date.parse(answer.value.opensAt), drawFate(this.chance));
    this.agenda.at(Date.parse(answer.value.closesAt) + (10 + this.chance.below(90)) * dayMs, () =>
      this.books(person),
    );
  }

  private meetsFate(person: Person, takeoverId: TakeoverId, opensAt: number, fate: Fate): void {
    if (fate.kind === 'held') return;
    const when = 'beforeMs' in fate ? opensAt - fate.beforeMs : opensAt + fate.afterMs;
    this.agenda.at(Math.max(when, this.agendaNow + hourMs), () => this.acts(person, takeoverId, fate.kind));
  }

  private acts(person: Person, takeoverId: TakeoverId, what: Exclude<Fate['kind'], 'held'>): Promise<void> {
    switch (what) {
      case 'calledOff':
        return this.counted(what, this.as(person, 'cancel-booking', { takeoverId }));
      case 'unwell':
        return this.counted(what, this.as(person, 'report-unwell', { takeoverId }));
      case 'endsEarly':
        return this.counted('endedEarly', this.as(person, 'end-takeover', { takeoverId }));
      case 'swap':
        return this.proposesSwap(person, takeoverId);
    }
  }

  private async counted(
    what: 'calledOff' | 'unwell' | 'endedEarly',
    answer: Promise<{ readonly ok: boolean }>,
  ): Promise<void> {
    if ((await answer).ok) this.told[what] += 1;
  }

  private async proposesSwap(person: Person, takeoverId: TakeoverId): Promise<void> {
    const { slots } = accepted(await this.as(person, 'list-slots', { state: 'booked', limit: 6 }));
    const others = slots.filter(({ opensAt }) => Date.parse(opensAt) > this.agendaNow + 3 * dayMs);
    if (others.length === 0) return;
    const { slotId } = this.chance.pick(others);
    const answer = await this.as(person, 'propose-swap', { swapId: newId<SwapId>(), takeoverId, slotId });
    if (answer.ok) this.told.swapsProposed += 1;
  }

  /** What was said since the last time, and what people, and the gateway, make of it. */
  private async hear(): Promise<void> {
    const { facts, last } = await this.stage.factsSince(this.charity.charityId, this.lastFact);
    this.lastFact = last;
    for (const fact of facts) await this.hears(fact);
  }

  private async hears({ type, data, subject }: Envelope): Promise<void> {
    if (type === wireTypeOf(slotOffered)) return this.thinksAboutOffer(data as DataOf<typeof slotOffered>);
    if (type === wireTypeOf(swapAsked)) return this.thinksAboutSwap(data as DataOf<typeof swapAsked>);
    if (type !== wireTypeOf(takeoverPreFlightDue)) return;
    const { takeoverId, time } = data as DataOf<typeof takeoverPreFlightDue>;
    const checked = { takeoverId, time, problems: [] };
    await this.stage.hears(takeoverPreFlightChecked, this.charity.charityId, {
      subject,
      revision: 1,
      data: checked,
    });
  }

  private thinksAboutOffer({ offerId, curatorId, expiresAt }: DataOf<typeof slotOffered>): void {
    const person = this.people.get(curatorId);
    const reply = drawReply(this.chance);
    if (!person || reply === 'silence') return;
    const patience = Math.max(1, Date.parse(expiresAt) - this.agendaNow);
    // Some look at their mail too late.
    const at = this.agendaNow + Math.round(patience * (0.1 + this.chance.below(100) / 95));
    this.agenda.at(at, () => this.answersOffer(person, offerId, reply));
  }

  private async answersOffer(person: Person, offerId: OfferId, reply: 'yes' | 'no'): Promise<void> {
    const answer = await this.as(person, reply === 'yes' ? 'accept-offer' : 'decline-offer', { offerId });
    // Twice: a mail is open on the phone and on the computer.
    if (answer.ok)
      accepted(await this.as(person, reply === 'yes' ? 'accept-offer' : 'decline-offer', { offerId }));
  }

  private thinksAboutSwap({ swapId, curatorId }: DataOf<typeof swapAsked>): void {
    const person = this.people.get(curatorId);
    if (!person) return;
    const yes = this.chance.chance(0.7);
    this.agenda.at(this.agendaNow + (1 + this.chance.below(50)) * hourMs, async () => {
      await this.as(person, 'answer-swap', { swapId, yes });
    });
  }

  private get agendaNow(): number {
    return Date.now() + this.stage.shiftedMs;
  }

  private as<Name extends Parameters<Stage['call']>[0]>(person: Person, name: Name, input: object) {
    const whole = { charityId: this.charity.charityId, ...input } as Parameters<
      typeof this.stage.call<Name>
    >[1];
    return this.stage.call(name, whole, person.caller);
  }

  private call<Name extends Parameters<Stage['call']>[0]>(name: Name, input: object) {
    const whole = { charityId: this.charity.charityId, ...input } as Parameters<
      typeof this.stage.call<Name>
    >[1];
    return this.stage.call(name, whole, this.charity.manager);
  }
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
