import { type CharityId, type HiatusId, type SlotId, type SwapId, type TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { databaseNow } from '../clock/database-now.js';
import { fillAll } from '../rota/fill-rota.js';
import { planAlone } from '../rota/slots-ahead.js';
import type { Slot } from '../slots/slots.js';
import { instantOfWallTime } from '../windows/instant-of-wall-time.js';
import type { ZoneRules } from '../windows/zone-rules.js';
import { deriveAnew } from '../zone-law/derive-anew.js';
import type { CharityOnStage, CuratorOnStage } from './charity-on-stage.js';
import { RotaOnStage } from './rota-on-stage.js';
import type { Stage } from './stage.js';

const hourMs = 3_600_000;
export const people = 5;

export const acts = {
  manager: [
    'moveRule',
    'endRota',
    'setHiatus',
    'removeHiatus',
    'addSlot',
    'removeSlot',
    'changeLaw',
    'extend',
    'openNow',
    'fill',
  ],
  curator: ['book', 'hold', 'cancel', 'unwell', 'wait', 'standBy', 'yes', 'no', 'swap'],
} as const;
export type Act = (typeof acts)['manager' | 'curator'][number];

export interface Step {
  readonly does: Act;
  readonly who: number;
  readonly at: number;
  readonly booked: 'keep' | 'move' | 'cancel';
}

/** A charity in which everything happens. Whatever is refused is refused: only what must hold is looked at. */
export class BusyCharity {
  private readonly hiatuses: HiatusId[] = [];
  private laws = 0;

  private constructor(
    private readonly stage: Stage,
    readonly charity: CharityOnStage,
    private rota: RotaOnStage,
    private readonly everybody: readonly CuratorOnStage[],
  ) {}

  static async open(stage: Stage): Promise<BusyCharity> {
    const charity = await stage.aCharity('Europe/London');
    await charity.settle({ bookingsAhead: 3, coolDownDays: 0 });
    const everybody = await Promise.all(Array.from({ length: people }, () => charity.aReadyCurator()));
    const busy = new BusyCharity(stage, charity, new RotaOnStage(stage, charity), everybody);
    await busy.moveRule(0, 'keep');
    for (const [place, curator] of everybody.slice(0, 3).entries()) {
      const slot = (await charity.slots())[place];
      if (slot) await charity.book(slot, curator);
    }
    for (const curator of everybody.slice(2)) await busy.wait(curator);
    return busy;
  }

  person(who: number): CuratorOnStage {
    return this.everybody[who % people] as CuratorOnStage;
  }

  async take({ does, who, at, booked }: Step): Promise<unknown> {
    const slots = await this.charity.slots();
    const slot = slots[at % (slots.length || 1)];
    switch (does) {
      case 'moveRule':
        return this.moveRule(at, booked);
      case 'endRota':
        return this.endRota(at, booked);
      case 'setHiatus':
        return slot && this.setHiatus(slot, booked);
      case 'removeHiatus':
        return this.byManager('remove-hiatus', { hiatusId: this.hiatuses.pop() ?? newId<HiatusId>() });
      case 'addSlot':
        return this.charity.tryAddSlot(await this.wallIn((at + 1) * 9 * hourMs, 8 * hourMs));
      case 'removeSlot':
        return slot && this.byManager('remove-slot', { slotId: slot.slotId });
      case 'changeLaw':
        return this.changeLaw();
      case 'fill':
        return this.fill();
      case 'extend':
      case 'openNow':
        return this.moveWindow(does, at);
      default:
        return this.byCurator(does, this.person(who), slot);
    }
  }

  private async byCurator(
    does: (typeof acts)['curator'][number],
    by: CuratorOnStage,
    slot: Slot | undefined,
  ) {
    const { caller } = by;
    const id = this.id;
    if (does === 'wait') return this.wait(by);
    if (does === 'unwell') return this.stage.call('report-unwell', id, caller);
    if (does === 'yes' || does === 'no') return this.answerOffer(does);
    if (does === 'swap') return this.swap(by);
    if (does === 'cancel') {
      const theirs = (await this.charity.takeovers(caller)).find(({ state }) => state === 'scheduled');
      return theirs && this.stage.call('cancel-booking', { ...id, takeoverId: theirs.takeoverId }, caller);
    }
    if (!slot) return undefined;
    const { slotId } = slot;
    if (does === 'book') return this.charity.book(slot, by);
    return this.stage.call(does === 'hold' ? 'hold-slot' : 'offer-standby', { ...id, slotId }, caller);
  }

  private wait({ caller }: CuratorOnStage) {
    return this.stage.call('join-waitlist', this.id, caller);
  }

  /** By whoever is being asked at this moment. */
  private async answerOffer(says: 'yes' | 'no'): Promise<unknown> {
    const name = says === 'yes' ? 'accept-offer' : 'decline-offer';
    for (const { caller } of this.everybody) {
      const answer = await this.stage.call('list-my-offers', this.id, caller);
      const offer = answer.ok && answer.value.offers.find(({ state }) => state === 'open');
      if (offer) return this.stage.call(name, { ...this.id, offerId: offer.offerId }, caller);
    }
    return undefined;
  }

  /** With whoever else has something booked. */
  private async swap(by: CuratorOnStage): Promise<unknown> {
    const ahead = (await this.charity.takeovers()).filter(({ state }) => state === 'scheduled');
    const gives = ahead.find(({ curatorId }) => curatorId === by.curatorId);
    const wants = ahead.find(({ curatorId }) => curatorId !== by.curatorId);
    const other = this.everybody.find(({ curatorId }) => curatorId === wants?.curatorId);
    if (!gives || !wants || !other) return undefined;
    const swapId = newId<SwapId>();
    const swap = { ...this.id, swapId, takeoverId: gives.takeoverId, slotId: wants.slotId };
    await this.stage.call('propose-swap', swap, by.caller);
    return this.stage.call('answer-swap', { ...this.id, swapId, yes: true }, other.caller);
  }

  /** A rule of six windows, near enough for those who wait. */
  private async moveRule(at: number, booked: 'keep' | 'move' | 'cancel'): Promise<unknown> {
    const [opensAtTime, closesAtTime] = (
      [
        ['17:30', '09:00'],
        ['19:00', '09:00'],
        ['10:00', '23:00'],
      ] as const
    )[at % 3] ?? ['17:30', '09:00'];
    const startsOn = (await this.wallIn(24 * hourMs, hourMs)).opensAtWall.slice(0, 10);
    const recurrence = `FREQ=DAILY;INTERVAL=${4 + (at % 2)};COUNT=6`;
    return this.rota.define({ startsOn, recurrence, opensAtTime, closesAfterDays: 2, closesAtTime }, booked);
  }

  private async endRota(at: number, booked: 'keep' | 'move' | 'cancel'): Promise<unknown> {
    const ended = await this.rota.end(booked === 'move' ? 'keep' : booked);
    this.rota = new RotaOnStage(this.stage, this.charity);
    return [ended, await this.moveRule(at, 'keep')];
  }

  private setHiatus({ opensAtWall }: Slot, booked: 'keep' | 'move' | 'cancel'): Promise<unknown> {
    const hiatusId = newId<HiatusId>();
    this.hiatuses.push(hiatusId);
    const day = opensAtWall.slice(0, 10);
    return this.byManager('set-hiatus', { hiatusId, label: 'Away', from: day, until: day, booked });
  }

  /** As a replica that was just updated would: by the new law London is an hour off, and by the next one it is not. */
  private changeLaw(): Promise<void> {
    this.laws += 1;
    const off = this.laws % 2;
    const rules: ZoneRules = {
      law: `300${this.laws}a`,
      instantOf: (wall, zone) => {
        const instant = instantOfWallTime(wall, zone);
        return instant && new Date(instant.getTime() - off * hourMs);
      },
    };
    return this.stage.inCharity(this.charity.charityId, async (tx) =>
      deriveAnew(tx, { now: await databaseNow(tx), rules }),
    );
  }

  private fill(): Promise<unknown> {
    return this.stage.inCharity(this.charity.charityId, async (tx) => {
      await planAlone(tx);
      const rules = { law: process.versions['tz'] ?? '', instantOf: instantOfWallTime };
      return fillAll(tx, { now: await databaseNow(tx), rules });
    });
  }

  private async moveWindow(does: 'extend' | 'openNow', at: number): Promise<unknown> {
    const live = (await this.charity.takeovers()).filter(({ state }) => state !== 'closed');
    const takeover = live[at % (live.length || 1)];
    if (!takeover) return undefined;
    const caller = { ...this.charity.manager, steppedUpUntil: new Date(Date.now() + hourMs).toISOString() };
    const id = { ...this.id, takeoverId: takeover.takeoverId as TakeoverId };
    if (does === 'openNow') return this.stage.call('open-takeover-now', id, caller as never);
    const closesAtWall = new Date(Date.parse(takeover.closesAt) + 5 * hourMs).toISOString().slice(0, 16);
    return this.stage.call('extend-takeover', { ...id, closesAtWall }, caller as never);
  }

  private async wallIn(opensInMs: number, lastsMs: number) {
    const now = await this.stage.inCharity(this.charity.charityId, databaseNow);
    const wall = (ms: number) => new Date(now.getTime() + ms).toISOString().slice(0, 16);
    return { opensAtWall: wall(opensInMs), closesAtWall: wall(opensInMs + lastsMs) };
  }

  private byManager(
    name: 'remove-hiatus' | 'set-hiatus' | 'remove-slot',
    input: Readonly<Record<string, unknown>> | { slotId: SlotId },
  ): Promise<unknown> {
    return this.stage.call(name, { ...this.id, ...input } as never, this.charity.manager);
  }

  private get id(): { charityId: CharityId } {
    return { charityId: this.charity.charityId };
  }
}
