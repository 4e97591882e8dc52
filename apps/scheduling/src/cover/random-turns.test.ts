import type { CoverState, SlotId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const hourMs = 3_600_000;
const people = 5;

let stage: Stage;
let shifted = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** What may happen, by whom: who is not at turn tries all the same. */
type Step =
  | { readonly does: 'accept' | 'decline' | 'unwell' | 'cancel' | 'book' | 'standBy'; readonly who: number }
  | { readonly does: 'wait' | 'stop' | 'expire' | 'sayYes' | 'sayNo' | 'fallIll' }
  | { readonly does: 'twoAtOnce'; readonly who: number; readonly other: number };

const who = fc.nat({ max: people - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ does: fc.constantFrom('sayYes', 'sayNo', 'fallIll') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('accept', 'decline'), who }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('unwell', 'cancel', 'book', 'standBy'), who }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('wait', 'expire') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('stop' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('twoAtOnce' as const), who, other: who }) },
);

/** A charity with one slot, five people and all they may do about it. */
class OneSlot {
  private constructor(
    private readonly charity: CharityOnStage,
    readonly slotId: SlotId,
    private readonly everybody: readonly CuratorOnStage[],
  ) {}

  static async open(): Promise<OneSlot> {
    const charity = await stage.aCharity();
    await charity.settle({ bookingsAhead: 50, coolDownDays: 0 });
    const everybody = await Promise.all(Array.from({ length: people }, () => charity.aReadyCurator()));
    const slot = await charity.addSlotIn({ opensInMs: 30 * hourMs, lastsMs: 48 * hourMs });
    const [first, ...others] = everybody;
    if (!first) throw new Error('nobody is there');
    await charity.book(slot, first);
    for (const { caller } of others)
      accepted(await stage.call('join-waitlist', { charityId: charity.charityId }, caller));
    return new OneSlot(charity, slot.slotId, everybody);
  }

  async take(one: Step): Promise<void> {
    if ('other' in one) await this.twoAtOnce(one.who, one.other);
    else if ('who' in one) await this.of(one.does, one.who);
    else if (one.does === 'stop')
      await stage.call('stop-cover', { ...this.charityIdIn, slotId: this.slotId }, this.manager);
    else if (one.does === 'wait' || one.does === 'expire')
      await this.timePasses(one.does === 'wait' ? hourMs : 11 * hourMs);
    else await this.atTurn(one.does);
  }

  /** By whoever it is up to at the moment, if to anybody. */
  private async atTurn(does: 'sayYes' | 'sayNo' | 'fallIll'): Promise<void> {
    const id = await this.whoseTurn(does === 'fallIll');
    const by = this.everybody.findIndex(({ curatorId }) => curatorId === id);
    if (by >= 0) await this.of(does === 'sayYes' ? 'accept' : does === 'sayNo' ? 'decline' : 'unwell', by);
  }

  private async whoseTurn(hasTheSlot: boolean): Promise<string | undefined> {
    if (hasTheSlot)
      return (await this.charity.takeovers()).find(({ state }) => state !== 'closed')?.curatorId;
    return (await this.cover())[0]?.asked.find(({ state }) => state === 'open')?.curatorId;
  }

  private async twoAtOnce(who: number, other: number): Promise<void> {
    await Promise.all([
      this.answer('accept-offer', who),
      this.answer('decline-offer', other),
      this.book(other),
      stage.doWhatIsDue(),
    ]);
  }

  private async of(does: 'accept' | 'decline' | 'unwell' | 'cancel' | 'book' | 'standBy', by: number) {
    const { caller } = this.person(by);
    if (does === 'accept') return this.answer('accept-offer', by);
    if (does === 'decline') return this.answer('decline-offer', by);
    if (does === 'book') return this.book(by);
    if (does === 'unwell') return stage.call('report-unwell', this.charityIdIn, caller);
    if (does === 'standBy')
      return stage.call('offer-standby', { ...this.charityIdIn, slotId: this.slotId }, caller);
    const [theirs] = await this.charity.takeovers(caller);
    if (!theirs) return undefined;
    return stage.call('cancel-booking', { ...this.charityIdIn, takeoverId: theirs.takeoverId }, caller);
  }

  async endsInATakerOrUncovered(): Promise<void> {
    for (let turn = 0; turn < 2 * people; turn += 1) await this.timePasses(11 * hourMs);
    const states: CoverState[] = (await this.cover()).map(({ state }) => state);
    expect(states).not.toContain('asking');
  }

  async holds(): Promise<void> {
    const rows = await stage.inCharity(this.charity.charityId, (tx) =>
      tx.query<{ live: number; taken: number; searches: number }>(
        `SELECT (SELECT count(*)::int FROM cover_offer WHERE charity_id = $1 AND state = 'open') AS live,
                (SELECT count(*)::int FROM takeover WHERE charity_id = $1 AND NOT gave_way) AS taken,
                (SELECT count(*)::int FROM cover WHERE charity_id = $1 AND state = 'asking') AS searches`,
        [this.charity.charityId],
      ),
    );
    const [{ live, taken, searches } = { live: 9, taken: 9, searches: 9 }] = rows;
    expect(live + taken).toBeLessThanOrEqual(1);
    expect(searches).toBe(live);
    await this.nobodyIsAskedAgainAfterANo();
  }

  private async nobodyIsAskedAgainAfterANo(): Promise<void> {
    const asked = (await this.cover()).toReversed().flatMap((one) => one.asked);
    for (const { curatorId } of this.everybody) {
      const answers = asked.filter((one) => one.curatorId === curatorId).map(({ state }) => state);
      const no = answers.indexOf('declined');
      expect([-1, answers.length - 1]).toContain(no);
    }
  }

  private async answer(name: 'accept-offer' | 'decline-offer', by: number): Promise<void> {
    const { caller } = this.person(by);
    const { offers } = accepted(await stage.call('list-my-offers', this.charityIdIn, caller));
    const [offer] = offers;
    if (offer) await stage.call(name, { ...this.charityIdIn, offerId: offer.offerId }, caller);
  }

  private async book(by: number): Promise<void> {
    const [slot] = await this.charity.slots();
    if (slot) await this.charity.book(slot, this.person(by));
  }

  private async timePasses(ms: number): Promise<void> {
    shifted += ms;
    await stage.shiftClock(shifted);
    await stage.look();
    await stage.doWhatIsDue();
  }

  private async cover() {
    return accepted(await stage.call('list-cover', this.charityIdIn, this.manager)).cover;
  }

  private person(which: number): CuratorOnStage {
    const person = this.everybody[which];
    if (!person) throw new Error('nobody is there');
    return person;
  }

  private get charityIdIn() {
    return { charityId: this.charity.charityId };
  }

  private get manager() {
    return this.charity.manager;
  }
}

describe('whatever people and clocks do about a slot', () => {
  it('has never two live offers nor two takers, asks nobody again who said no, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const slot = await OneSlot.open();
        for (const one of steps) {
          await slot.take(one);
          await slot.holds();
        }
        await slot.endsInATakerOrUncovered();
        await slot.holds();
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);
});
