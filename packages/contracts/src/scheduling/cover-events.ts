import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, Instant, OfferId, SlotId } from '../define/ids.js';

/** `cover`: somebody cannot, and it is to be held. `freed`: it is nobody’s any more, and this person waits for one. */
export const WhyOffered = z.enum(['cover', 'freed']);
export type WhyOffered = z.infer<typeof WhyOffered>;

const offerId = '0192e7a0-0000-7000-8000-000000000071';
const slotId = '0192e7a0-0000-7000-8000-000000000012';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';
const window = { opensAt: '2026-11-27T17:30:00.000Z', closesAt: '2026-11-30T09:00:00.000Z' };

/** Subject: the offer’s id. Why whoever had it cannot is nobody’s business, and in none of this. */
export const slotOffered = defineEvent({
  type: 'slot.offered',
  version: 1,
  owner: 'scheduling',
  summary: 'A slot is offered to one curator, who may take it until the offer expires.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    offerId: OfferId,
    slotId: SlotId,
    curatorId: CuratorId,
    opensAt: Instant,
    closesAt: Instant,
    expiresAt: Instant,
    because: WhyOffered,
  }),
  samples: [
    { offerId, slotId, curatorId, ...window, expiresAt: '2026-11-27T10:00:00.000Z', because: 'cover' },
  ],
});

/** Subject: the offer’s id. */
export const offerClosed = defineEvent({
  type: 'offer.closed',
  version: 1,
  owner: 'scheduling',
  summary: 'An offer is not open any more, whatever its time.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    offerId: OfferId,
    slotId: SlotId,
    curatorId: CuratorId,
    outcome: z.enum(['accepted', 'declined', 'expired', 'withdrawn']),
  }),
  samples: [{ offerId, slotId, curatorId, outcome: 'accepted' }],
});

/** Subject: an id of the search’s own, so the revision is always 1. */
export const slotUncovered = defineEvent({
  type: 'slot.uncovered',
  version: 1,
  owner: 'scheduling',
  summary: 'Somebody cannot, and nobody is left to ask: the charity covers.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({
    slotId: SlotId,
    opensAt: Instant,
    closesAt: Instant,
    /** How many were asked. */
    asked: z.int(),
  }),
  samples: [{ slotId, ...window, asked: 3 }],
});

/** Subject: the id under which it was said to be uncovered. */
export const slotSettled = defineEvent({
  type: 'slot.settled',
  version: 1,
  owner: 'scheduling',
  summary: 'A slot that was uncovered needs nobody any more: somebody has it, or it is not there any more.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ slotId: SlotId, because: z.enum(['taken', 'gone']) }),
  samples: [
    { slotId, because: 'taken' },
    { slotId, because: 'gone' },
  ],
});
