import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, CuratorId, Instant, OfferId, SlotId, TakeoverId } from '../define/ids.js';
import { PenName } from '../define/words.js';
import { WhyOffered } from './cover-events.js';
import { limits, notReady, notYourTakeover } from './refusals.js';
import { Takeover } from './slot.js';

/** Why somebody is asked at this turn. */
export const AskedAs = z.enum(['standbyForSlot', 'standbyForDays', 'waiting']);
export type AskedAs = z.infer<typeof AskedAs>;
export const OfferState = z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']);
export type OfferState = z.infer<typeof OfferState>;
/** `uncovered`: nobody was left to ask, so the charity covers. `free`: nobody who waits wants it, so anybody may book it. */
export const CoverState = z.enum(['asking', 'taken', 'uncovered', 'free', 'stopped']);
export type CoverState = z.infer<typeof CoverState>;

const Offer = z.object({
  offerId: OfferId,
  slotId: SlotId,
  opensAt: Instant,
  closesAt: Instant,
  because: WhyOffered,
  state: OfferState,
  expiresAt: Instant,
});

const notYours = { status: 403, message: 'This offer is for somebody else.' } as const;
const offerOver = {
  status: 410,
  message: 'This offer is over: its time has passed, or the slot is somebody’s. These slots are free.',
} as const;

export const reportUnwell = defineOperation({
  name: 'report-unwell',
  owner: 'scheduling',
  summary:
    'Gives up the takeover that is open or next, without a reason, and looks for cover. Said again within a day, it is the same one. A manager says for which takeover.',
  method: 'POST',
  path: '/charities/{charityId}/unwell',
  access: [curator, staff('manager')],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId.optional() }),
  output: z.object({
    takeover: Takeover,
    /** What happens to the slot: somebody is asked, somebody has it, or the charity covers. */
    cover: CoverState,
  }),
  refusals: {
    notYours: notYourTakeover,
    nothingBooked: {
      status: 404,
      message: 'You have no takeover now or ahead, so there is nothing to give up. Get well soon.',
    },
    takeoverOver: { status: 410, message: 'This takeover is over, so there is nothing to give up.' },
    takeoverNeeded: { status: 400, message: 'Please say which takeover it is.' },
  },
});

export const acceptOffer = defineOperation({
  name: 'accept-offer',
  owner: 'scheduling',
  summary:
    'Takes the slot that was offered. Where its window has begun, the takeover begins now and ends with it. Clicked twice, it is accepted once.',
  method: 'POST',
  path: '/charities/{charityId}/offers/{offerId}/acceptance',
  access: [curator],
  input: z.object({ charityId: CharityId, offerId: OfferId }),
  output: Takeover,
  refusals: { notYours, offerOver, notReady, ...limits },
});

export const declineOffer = defineOperation({
  name: 'decline-offer',
  owner: 'scheduling',
  summary:
    'Says no to an offer, without a reason: the next in order is asked. Clicked twice, it is said once.',
  method: 'POST',
  path: '/charities/{charityId}/offers/{offerId}/declining',
  access: [curator],
  input: z.object({ charityId: CharityId, offerId: OfferId }),
  output: Offer,
  refusals: {
    notYours,
    accepted: {
      status: 409,
      message: 'You have said yes to this already. If you cannot after all, please call the booking off.',
    },
  },
});

export const listMyOffers = defineOperation({
  name: 'list-my-offers',
  owner: 'scheduling',
  summary:
    'What was offered to somebody in the last 30 days, newest first. What is open waits for their answer.',
  method: 'GET',
  path: '/charities/{charityId}/offers/mine',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ offers: z.array(Offer) }),
  refusals: {},
});

export const listCover = defineOperation({
  name: 'list-cover',
  owner: 'scheduling',
  summary:
    'Slots that somebody gave up: who was asked, what they said, and who is next. Those not over, and those of the last 30 days.',
  method: 'GET',
  path: '/charities/{charityId}/cover',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    cover: z.array(
      z.object({
        slotId: SlotId,
        opensAt: Instant,
        closesAt: Instant,
        because: WhyOffered,
        state: CoverState,
        since: Instant,
        asked: z.array(
          z.object({
            curatorId: CuratorId,
            penName: PenName,
            askedAs: AskedAs,
            state: OfferState,
            at: Instant,
            expiresAt: Instant,
            answeredAt: Instant.nullable(),
          }),
        ),
        next: z.object({ curatorId: CuratorId, penName: PenName, askedAs: AskedAs }).nullable(),
      }),
    ),
  }),
  refusals: {},
});

export const stopCover = defineOperation({
  name: 'stop-cover',
  owner: 'scheduling',
  summary:
    'Asks nobody else for a slot: it is free, and the charity sees to it. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/slots/{slotId}/cover/stopping',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, slotId: SlotId }),
  output: z.object({ slotId: SlotId, stopped: z.boolean() }),
  refusals: {},
});
