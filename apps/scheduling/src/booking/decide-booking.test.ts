import { Caller, CuratorId, SlotId } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Slot } from '../slots/slots.js';
import type { Takeover } from '../takeovers/takeovers.js';
import { type BookingSituation, decideBooking, whoBooks } from './decide-booking.js';

const charityId = '0192e7a0-0000-7000-8000-000000000001';
const robin = CuratorId.parse('0192e7a0-0000-7000-8000-000000000003');
const kim = CuratorId.parse('0192e7a0-0000-7000-8000-000000000004');
const slotId = SlotId.parse('0192e7a0-0000-7000-8000-000000000012');

describe('whose booking it is', () => {
  const manager = Caller.parse({ kind: 'staff', charityId, memberId: charityId, role: 'manager' });
  const curator = Caller.parse({ kind: 'curator', charityId, curatorId: robin });

  it('is the curator’s own', () => {
    expect(whoBooks(curator, undefined)).toEqual({ ok: true, value: robin });
    expect(whoBooks(curator, robin)).toEqual({ ok: true, value: robin });
  });

  it('is never another curator’s', () => {
    expect(whoBooks(curator, kim)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  });

  it('is whose the manager says', () => {
    expect(whoBooks(manager, kim)).toEqual({ ok: true, value: kim });
    expect(whoBooks(manager, undefined)).toMatchObject({ ok: false, refusal: { code: 'curatorNeeded' } });
  });
});

describe('deciding a booking', () => {
  const slot = { slotId, state: 'free' } as Slot;
  const booked = { slotId, curatorId: robin } as Takeover;
  const free: BookingSituation = {
    wanted: { slotId, curatorId: robin },
    sameId: undefined,
    slot,
    curatorIsReady: true,
  };
  const refused = (code: string) => ({ decision: 'refuse', code });

  it('tries for a slot that is not over, even if it looks taken: only the database can tell', () => {
    expect(decideBooking(free)).toEqual({ decision: 'book' });
    expect(decideBooking({ ...free, slot: { ...slot, state: 'booked' } })).toEqual({ decision: 'book' });
  });

  it('refuses a slot that is over, or was never there', () => {
    expect(decideBooking({ ...free, slot: { ...slot, state: 'over' } })).toEqual(refused('slotOver'));
    expect(decideBooking({ ...free, slot: undefined })).toEqual(refused('notFound'));
  });

  it('refuses a curator who has not accepted the agreement', () => {
    expect(decideBooking({ ...free, curatorIsReady: false })).toEqual(refused('notReady'));
  });

  it('gives the same answer to the same call, even when the slot is over by now', () => {
    const again = decideBooking({ ...free, sameId: booked, slot: { ...slot, state: 'over' } });
    expect(again).toEqual({ decision: 'bookedBefore', takeover: booked });
  });

  it('refuses an id that another booking has', () => {
    expect(decideBooking({ ...free, sameId: { ...booked, curatorId: kim } })).toEqual(refused('idOfAnother'));
  });
});
