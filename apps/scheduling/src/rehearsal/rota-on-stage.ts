import {
  type CuratorId,
  type OutputOf,
  type operations,
  type RequestOf,
  type ResultOf,
  type RotaId,
  type SlotId,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { Slot } from '../slots/slots.js';
import { accepted, type CharityOnStage, type CuratorOnStage } from './charity-on-stage.js';
import type { Stage } from './stage.js';

type Operations = typeof operations.scheduling;
type Rule = Omit<RequestOf<Operations['define-rota']>, 'charityId' | 'rotaId' | 'booked'>;

export const weekend: Rule = {
  opens: { weekday: 'friday', time: '17:30' },
  closes: { weekday: 'monday', time: '09:00' },
  startsOn: '2026-01-01',
};

/** A rota of a charity, and what a manager does with it. */
export class RotaOnStage {
  readonly rotaId = newId<RotaId>();

  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
  ) {}

  define(
    rule: Rule = weekend,
    booked?: 'keep' | 'move' | 'cancel',
  ): Promise<ResultOf<Operations['define-rota']>> {
    return this.stage.call(
      'define-rota',
      { ...this.id, ...rule, ...(booked && { booked }) },
      this.charity.manager,
    );
  }

  preview(rule: Rule): Promise<ResultOf<Operations['preview-rota']>> {
    return this.stage.call('preview-rota', { ...this.id, ...rule }, this.charity.manager);
  }

  async view(): Promise<OutputOf<Operations['view-rota']>> {
    return accepted(await this.stage.call('view-rota', this.id, this.charity.manager));
  }

  end(booked?: 'keep' | 'cancel'): Promise<ResultOf<Operations['end-rota']>> {
    return this.stage.call('end-rota', { ...this.id, ...(booked && { booked }) }, this.charity.manager);
  }

  /** Books slots of the charity by their place, each for another curator, and answers with what they booked. */
  async bookedAt(...places: number[]): Promise<BookedOnStage[]> {
    const slots = await this.charity.slots();
    const booked: BookedOnStage[] = [];
    for (const place of places) {
      const slot = slots[place];
      if (!slot) throw new Error(`there is no slot ${place}`);
      const curator = await this.charity.aReadyCurator({ penName: `Curator ${place}` });
      const { takeoverId, answer } = await this.charity.book(slot, curator);
      accepted(answer);
      booked.push({ slot, curator, takeoverId, slotId: slot.slotId, curatorId: curator.curatorId });
    }
    return booked;
  }

  private get id() {
    return { charityId: this.charity.charityId, rotaId: this.rotaId };
  }
}

export interface BookedOnStage {
  readonly slot: Slot;
  readonly slotId: SlotId;
  readonly curator: CuratorOnStage;
  readonly curatorId: CuratorId;
  readonly takeoverId: TakeoverId;
}
