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
  state: z.enum(['free', 'booked', 'over']),
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
