import { z } from 'zod';
import { CuratorId, Instant, SlotId, TakeoverId } from '../define/ids.js';
import { TimeZone } from '../define/time-zone.js';
import { IdentityLevel, PenName, WallDateTime } from '../define/words.js';

/** A window on the rota: wall-clock times are the truth, instants are derived from them. */
export const Slot = z.object({
  slotId: SlotId,
  zone: TimeZone,
  opensAtWall: WallDateTime,
  closesAtWall: WallDateTime,
  opensAt: Instant,
  closesAt: Instant,
  /** `held`: somebody is just booking it. `offered`: somebody is asked whether they take it. */
  state: z.enum(['free', 'held', 'offered', 'booked', 'over']),
  /** Nobody was left to ask for it, so the charity covers. Whoever can may still book it. */
  uncovered: z.literal(true).optional(),
  /** Somebody added it by itself: no rule of a rota names it. */
  oneOff: z.literal(true).optional(),
});

export const Takeover = z.object({
  takeoverId: TakeoverId,
  slotId: SlotId,
  curatorId: CuratorId,
  penName: PenName,
  identityLevel: IdentityLevel,
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['scheduled', 'open', 'closed']),
});
