import {
  AuditEntry,
  type Caller,
  type CharityId,
  type CuratorId,
  charityRegistered,
  curatorLeft,
  curatorPaused,
  curatorReady,
  type DataOf,
  type Envelope,
  type MemberId,
  type OutputOf,
  operations,
  type RequestOf,
  type ResultOf,
  type SlotId,
  schedulingAudited,
  type TakeoverId,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { databaseNow } from '../clock/database-now.js';
import { bookingRulesOf, type Rules, setRules } from '../rules/booking-rules.js';
import type { Slot } from '../slots/slots.js';
import type { Takeover } from '../takeovers/takeovers.js';
import { isOfState } from './facts-of-state.js';
import type { Stage } from './stage.js';

type Operations = typeof operations.scheduling;

export interface CuratorOnStage {
  readonly curatorId: CuratorId;
  readonly caller: Caller;
}

const audited = wireTypeOf(schedulingAudited);

/** A charity with a manager, and what people do in it. */
export class CharityOnStage {
  readonly manager: Caller;

  constructor(
    private readonly stage: Stage,
    readonly charityId: CharityId,
  ) {
    this.manager = { kind: 'staff', charityId, memberId: newId<MemberId>(), role: 'manager' };
  }

  /** Slots of tests are on days of 2031: they may be booked, where a test does not settle it otherwise. */
  async register(zone: string): Promise<void> {
    await this.settle({ weeksAhead: 260 });
    await this.stage.hears(charityRegistered, this.charityId, {
      subject: this.charityId,
      revision: 1,
      data: { name: 'Shine MS', slug: 'shine-ms', zone },
    });
  }

  settle(rules: Partial<Rules>): Promise<void> {
    return this.stage.inCharity(this.charityId, async (tx) =>
      setRules(tx, { ...(await bookingRulesOf(tx)), ...rules }),
    );
  }

  aCuratorWhoIsNotReady(): CuratorOnStage {
    const curatorId = newId<CuratorId>();
    return { curatorId, caller: { kind: 'curator', charityId: this.charityId, curatorId } };
  }

  async aReadyCurator(as: Partial<DataOf<typeof curatorReady>> = {}): Promise<CuratorOnStage> {
    const curator = this.aCuratorWhoIsNotReady();
    await this.hearsReady(curator, 1, as);
    return curator;
  }

  hearsReady(
    { curatorId }: CuratorOnStage,
    revision: number,
    as: Partial<DataOf<typeof curatorReady>> = {},
  ): Promise<void> {
    return this.stage.hears(curatorReady, this.charityId, {
      subject: curatorId,
      revision,
      data: { curatorId, penName: 'Robin', identityLevel: 'penName', agreementVersion: revision, ...as },
    });
  }

  /** “Not now”: what they had booked is off. */
  pauses({ curatorId }: CuratorOnStage): Promise<void> {
    return this.stage.hears(curatorPaused, this.charityId, {
      subject: curatorId,
      revision: 9,
      data: { curatorId },
    });
  }

  leaves({ curatorId }: CuratorOnStage): Promise<void> {
    const fact = { subject: curatorId, revision: 9, data: { curatorId, pastPosts: 'keep' as const } };
    return this.stage.hears(curatorLeft, this.charityId, fact);
  }

  async removesFreeSlots(): Promise<void> {
    const { charityId } = this;
    for (const { slotId, state } of await this.slots())
      if (state === 'free')
        accepted(await this.stage.call('remove-slot', { charityId, slotId }, this.manager));
  }

  /** As a manager who has just proved who they are. */
  async extends(takeoverId: TakeoverId, closesAtWall: string): Promise<void> {
    const steppedUpUntil = new Date(Date.now() + 600_000).toISOString();
    const caller = { ...this.manager, steppedUpUntil } as Caller;
    accepted(
      await this.stage.call(
        'extend-takeover',
        { charityId: this.charityId, takeoverId, closesAtWall },
        caller,
      ),
    );
  }

  /** A one-off slot at wall times of the charity's zone. */
  async addSlot(opensAtWall: string, closesAtWall: string): Promise<Slot> {
    return accepted(await this.tryAddSlot({ opensAtWall, closesAtWall }));
  }

  tryAddSlot(
    slot: Omit<RequestOf<Operations['add-slot']>, 'charityId' | 'slotId'> & { slotId?: SlotId },
  ): Promise<ResultOf<Operations['add-slot']>> {
    const input = { charityId: this.charityId, slotId: newId<SlotId>(), ...slot };
    return this.stage.call('add-slot', input, this.manager);
  }

  /** A one-off slot counted from the database's clock, to the second. For charities in UTC. */
  async addSlotIn(when: { opensInMs: number; lastsMs: number }): Promise<Slot> {
    const now = await this.stage.inCharity(this.charityId, databaseNow);
    const wallAt = (ms: number) => new Date(now.getTime() + ms).toISOString().slice(0, 19);
    return this.addSlot(wallAt(when.opensInMs), wallAt(when.opensInMs + when.lastsMs));
  }

  async slots(): Promise<Slot[]> {
    const input = { charityId: this.charityId, limit: 200 };
    return accepted(await this.stage.call('list-slots', input, this.manager)).slots;
  }

  /** As if the slots had been derived before the zone's law changed: every instant an hour early. */
  async pretendOldLaw(): Promise<void> {
    await this.stage.inCharity(this.charityId, (tx) =>
      tx.query(
        `UPDATE slot SET opens_at = opens_at - interval '1 hour', closes_at = closes_at - interval '1 hour'`,
      ),
    );
  }

  async book(slot: Slot, curator: CuratorOnStage, takeoverId = newId<TakeoverId>()) {
    const input = { charityId: this.charityId, slotId: slot.slotId, takeoverId };
    return { takeoverId, answer: await this.stage.call('book-slot', input, curator.caller) };
  }

  async takeovers(caller = this.manager): Promise<Takeover[]> {
    const input = { charityId: this.charityId, limit: 200 };
    return accepted(await this.stage.call('list-takeovers', input, caller)).takeovers;
  }

  async stateOf(takeoverId: TakeoverId): Promise<Takeover['state'] | undefined> {
    return (await this.takeovers()).find((takeover) => takeover.takeoverId === takeoverId)?.state;
  }

  async onAir(): Promise<OutputOf<Operations['view-on-air']>> {
    return accepted(await this.stage.call('view-on-air', { charityId: this.charityId }, { kind: 'anyone' }));
  }

  async factsAbout(takeoverId: TakeoverId): Promise<Envelope[]> {
    return (await this.facts()).filter((fact) => fact.subject === takeoverId);
  }

  /** What was stated of its state: scheduled, moved, opened, closed. */
  async lifeOf(takeoverId: TakeoverId): Promise<Envelope[]> {
    return (await this.factsAbout(takeoverId)).filter(isOfState);
  }

  /** What was stated for others to act on. */
  async facts(): Promise<Envelope[]> {
    return (await this.stage.factsOf(this.charityId)).filter(({ type }) => type !== audited);
  }

  /** What was noted for the audit. */
  async audit(): Promise<AuditEntry[]> {
    const facts = await this.stage.factsOf(this.charityId);
    return facts.filter(({ type }) => type === audited).map(({ data }) => AuditEntry.parse(data));
  }
}

export const accepted = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: unknown },
): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
