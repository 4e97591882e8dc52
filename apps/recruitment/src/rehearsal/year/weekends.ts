import {
  type CuratorId,
  type TakeoverId,
  takeoverClosed,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { CharityOnStage } from '../charity-on-stage.js';
import type { Stage } from '../stage.js';
import { dayMs } from './diary.js';

interface Booked {
  readonly curatorId: CuratorId;
  readonly takeoverId: TakeoverId;
}

/** The rota of a year, as scheduling would keep it: one window a week, from Friday to Monday; first come, first served. */
export class Weekends {
  private readonly booked = new Map<number, Booked>();
  private readonly open = new Map<number, Booked>();
  held = 0;

  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
    private readonly startedAt: number,
  ) {}

  /** The next free weekend; told to recruitment as scheduling tells it. */
  async book(curatorId: CuratorId, today: number): Promise<void> {
    let friday = fridayAfter(today + 7);
    while (this.booked.has(friday)) friday += 7;
    const takeoverId = newId<TakeoverId>();
    this.booked.set(friday, { curatorId, takeoverId });
    const data = {
      takeoverId,
      slotId: newId<never>(),
      curatorId,
      penName: 'Robin',
      identityLevel: 'anonymous' as const,
      opensAt: this.instant(friday),
      closesAt: this.instant(friday + 3),
    };
    await this.stage.says(takeoverScheduled, this.charity.charityId, {
      subject: takeoverId,
      revision: 1,
      data,
    });
  }

  /** Whoever left has no weekend any more. */
  free(curatorId: CuratorId): void {
    for (const [friday, booking] of this.booked)
      if (booking.curatorId === curatorId) this.booked.delete(friday);
  }

  /** Resolves with who closed a weekend today. */
  async turn(today: number): Promise<CuratorId | undefined> {
    const { charityId } = this.charity;
    const opening = this.booked.get(today);
    if (opening) {
      this.open.set(today + 3, opening);
      const { takeoverId, curatorId } = opening;
      const data = { takeoverId, curatorId, openedAt: this.instant(today) };
      await this.stage.says(takeoverOpened, charityId, { subject: takeoverId, revision: 2, data });
    }
    const closing = this.open.get(today);
    if (!closing) return undefined;
    this.held += 1;
    const { takeoverId, curatorId } = closing;
    const data = { takeoverId, curatorId, closedAt: this.instant(today) };
    await this.stage.says(takeoverClosed, charityId, { subject: takeoverId, revision: 3, data });
    return curatorId;
  }

  private instant(day: number): string {
    return new Date(this.startedAt + day * dayMs).toISOString();
  }
}

/** Day 5, 12, 19 … are Fridays. */
const fridayAfter = (day: number): number => day + ((((5 - day) % 7) + 7) % 7);
