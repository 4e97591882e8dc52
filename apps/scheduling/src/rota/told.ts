import type { BookedConcerned, WindowOnTheClock } from '@baton/contracts';
import type { Window } from '../windows/window.js';
import type { Concerned } from './plan-rota.js';

export const windowTold = (window: Window): WindowOnTheClock => ({
  zone: window.zone,
  opensAtWall: window.opensAtWall,
  closesAtWall: window.closesAtWall,
  opensAt: window.opensAt.toISOString(),
  closesAt: window.closesAt.toISOString(),
});

/** A booked slot that is asked about: who has it by pen name, and where it could go. */
export const concernedTold = ({ slot, nearest }: Concerned): BookedConcerned => ({
  ...windowTold(slot),
  slotId: slot.slotId,
  takeoverId: slot.booking.takeoverId,
  curatorId: slot.booking.curatorId,
  penName: slot.booking.penName,
  nearest: nearest && windowTold(nearest),
});
