import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, Instant, SlotId, TakeoverId } from '../define/ids.js';
import { IdentityLevel, PenName } from '../define/words.js';

const takeoverId = '0192e7a0-0000-7000-8000-000000000011';
const slotId = '0192e7a0-0000-7000-8000-000000000012';
const curatorId = '0192e7a0-0000-7000-8000-000000000003';

/** Subject: the takeover's id. Carries both edges of the window, so that its end needs no message. */
export const takeoverScheduled = defineEvent({
  type: 'takeover.scheduled',
  version: 1,
  owner: 'scheduling',
  summary: 'A curator booked a slot: a takeover will happen.',
  audience: 'internal',
  consumers: ['posting-gateway', 'recruitment'],
  data: z.object({
    takeoverId: TakeoverId,
    slotId: SlotId,
    curatorId: CuratorId,
    penName: PenName,
    identityLevel: IdentityLevel,
    opensAt: Instant,
    closesAt: Instant,
  }),
  samples: [
    {
      takeoverId,
      slotId,
      curatorId,
      penName: 'Robin',
      identityLevel: 'anonymous',
      opensAt: '2026-11-27T17:30:00.000Z',
      closesAt: '2026-11-30T09:00:00.000Z',
    },
  ],
});

/** Subject: the takeover's id. */
export const takeoverOpened = defineEvent({
  type: 'takeover.opened',
  version: 1,
  owner: 'scheduling',
  summary: 'The window began: the account is in the curator’s hands.',
  audience: 'internal',
  consumers: ['posting-gateway', 'recruitment'],
  data: z.object({ takeoverId: TakeoverId, curatorId: CuratorId, openedAt: Instant }),
  samples: [{ takeoverId, curatorId, openedAt: '2026-11-27T17:30:00.120Z' }],
});

/** Subject: the takeover's id. */
export const takeoverClosed = defineEvent({
  type: 'takeover.closed',
  version: 1,
  owner: 'scheduling',
  summary: 'The window ended: the account is the charity’s again.',
  audience: 'internal',
  consumers: ['posting-gateway', 'feedback', 'recruitment'],
  data: z.object({
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    closedAt: Instant,
    /** False where an outage swallowed the whole window: nobody ever had the account. Absent means true. */
    opened: z.boolean().optional(),
  }),
  samples: [
    { takeoverId, curatorId, closedAt: '2026-11-30T09:00:00.085Z' },
    { takeoverId, curatorId, closedAt: '2026-11-30T09:00:00.085Z', opened: false },
  ],
});
