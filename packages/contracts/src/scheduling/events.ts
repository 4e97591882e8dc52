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
  consumers: ['posting-gateway', 'recruitment', 'feedback'],
  data: z.object({
    takeoverId: TakeoverId,
    slotId: SlotId,
    curatorId: CuratorId,
    penName: PenName,
    identityLevel: IdentityLevel,
    opensAt: Instant,
    closesAt: Instant,
    /** How the slot came to be theirs. Absent: they booked it. */
    because: z.enum(['booked', 'cover', 'swap']).optional(),
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
    {
      takeoverId,
      slotId,
      curatorId,
      penName: 'Robin',
      identityLevel: 'anonymous',
      opensAt: '2026-11-27T17:30:00.000Z',
      closesAt: '2026-11-30T09:00:00.000Z',
      because: 'swap',
    },
  ],
});

/** Subject: the takeover's id. The window it has from now on; the one it had does not hold any more. */
export const takeoverMoved = defineEvent({
  type: 'takeover.moved',
  version: 1,
  owner: 'scheduling',
  summary: 'The window of a takeover is another one: earlier, later, longer or shorter.',
  audience: 'internal',
  consumers: ['posting-gateway', 'recruitment', 'feedback'],
  data: z.object({
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    opensAt: Instant,
    closesAt: Instant,
    /** `zoneLaw`: on the clock it is as it was booked; the law of its zone has changed. */
    because: z.enum(['rotaMoved', 'zoneLaw', 'openedNow', 'extended']),
  }),
  samples: [
    {
      takeoverId,
      curatorId,
      opensAt: '2026-11-27T18:30:00.000Z',
      closesAt: '2026-11-30T10:00:00.000Z',
      because: 'zoneLaw',
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
  consumers: ['posting-gateway', 'recruitment', 'feedback'],
  data: z.object({ takeoverId: TakeoverId, curatorId: CuratorId, openedAt: Instant }),
  samples: [{ takeoverId, curatorId, openedAt: '2026-11-27T17:30:00.120Z' }],
});

/**
 * `over`: its window is. `ended`: before its time, by whoever had it or the team. All others gave way before or in the middle
 * of their window, and somebody else may have the slot: called off by one or the other, unwell, swapped, another rota or a
 * hiatus in its place, or their curator is gone or rests.
 */
export const WhyClosed = z.enum([
  'over',
  'ended',
  'cancelledByCurator',
  'cancelledByTeam',
  'unwell',
  'swapped',
  'rotaMoved',
  'curatorGone',
]);
export type WhyClosed = z.infer<typeof WhyClosed>;

/** Subject: the takeover's id. */
export const takeoverClosed = defineEvent({
  type: 'takeover.closed',
  version: 1,
  owner: 'scheduling',
  summary: 'The window ended: the account is the charity’s again.',
  audience: 'internal',
  consumers: ['posting-gateway', 'feedback', 'recruitment', 'api-gateway'],
  data: z.object({
    takeoverId: TakeoverId,
    curatorId: CuratorId,
    closedAt: Instant,
    /** False where an outage swallowed the whole window: nobody ever had the account. Absent means true. */
    opened: z.boolean().optional(),
    because: WhyClosed.optional(),
  }),
  samples: [
    { takeoverId, curatorId, closedAt: '2026-11-30T09:00:00.085Z' },
    {
      takeoverId,
      curatorId,
      closedAt: '2026-11-30T09:00:00.085Z',
      opened: false,
      because: 'cancelledByCurator',
    },
    { takeoverId, curatorId, closedAt: '2026-11-30T09:00:00.085Z', opened: false },
  ],
});
