import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { CuratorId, Instant, SwapId } from '../define/ids.js';

const swapId = '0192e7a0-0000-7000-8000-000000000081';
const proposedBy = '0192e7a0-0000-7000-8000-000000000003';
const curatorId = '0192e7a0-0000-7000-8000-000000000004';

/** `refused`: by the team. `lapsed`: its time was over, or one of the bookings is not what it was. */
export const SwapOutcome = z.enum(['done', 'declined', 'refused', 'withdrawn', 'lapsed']);
export type SwapOutcome = z.infer<typeof SwapOutcome>;

/** Subject: the swap’s id. `opensAt`, `closesAt`: what they would get, in place of what opens at `insteadOf`. */
export const swapAsked = defineEvent({
  type: 'swap.asked',
  version: 1,
  owner: 'scheduling',
  summary: 'A curator asks another one to swap their bookings.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    swapId: SwapId,
    /** Who is asked. */
    curatorId: CuratorId,
    opensAt: Instant,
    closesAt: Instant,
    insteadOf: Instant,
    expiresAt: Instant,
  }),
  samples: [
    {
      swapId,
      curatorId,
      opensAt: '2026-11-27T17:30:00.000Z',
      closesAt: '2026-11-30T09:00:00.000Z',
      insteadOf: '2026-12-04T17:30:00.000Z',
      expiresAt: '2026-11-27T16:30:00.000Z',
    },
  ],
});

/** Subject: the swap’s id. */
export const swapAwaitsTeam = defineEvent({
  type: 'swap.awaits-team',
  version: 1,
  owner: 'scheduling',
  summary: 'Two curators want to swap, and the charity wishes to say yes to swaps itself.',
  audience: 'internal',
  consumers: ['api-gateway'],
  data: z.object({ swapId: SwapId, expiresAt: Instant }),
  samples: [{ swapId, expiresAt: '2026-11-27T16:30:00.000Z' }],
});

/** Subject: the swap’s id. Where it is done, both have another takeover, of which they hear as of any booking. */
export const swapClosed = defineEvent({
  type: 'swap.closed',
  version: 1,
  owner: 'scheduling',
  summary: 'A swap has taken effect, or will not.',
  audience: 'internal',
  consumers: ['recruitment'],
  data: z.object({
    swapId: SwapId,
    proposedBy: CuratorId,
    /** Who was asked. */
    curatorId: CuratorId,
    /** Whether who was asked had said yes. */
    agreed: z.boolean(),
    outcome: SwapOutcome,
  }),
  samples: [{ swapId, proposedBy, curatorId, agreed: true, outcome: 'done' }],
});
