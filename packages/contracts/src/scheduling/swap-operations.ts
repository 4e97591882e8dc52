import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, SlotId, SwapId, TakeoverId } from '../define/ids.js';
import { PenName } from '../define/words.js';
import { notReady, notYourTakeover } from './refusals.js';
import { SwapOutcome } from './swap-events.js';

/** `asked`: who was asked has not answered. `agreed`: they said yes, and the team has not yet. */
export const SwapState = z.enum(['asked', 'agreed', ...SwapOutcome.options]);
export type SwapState = z.infer<typeof SwapState>;

/** `penName` is null where they chose to be anonymous, or do not wish to be shown, and the reader is another curator. */
const Side = z.object({ slotId: SlotId, penName: PenName.nullable(), opensAt: Instant, closesAt: Instant });

export const Swap = z.object({
  swapId: SwapId,
  state: SwapState,
  /** What is given, and by whom. */
  gives: Side,
  /** What is asked for, and whose it is. */
  wants: Side,
  /** Whether the reader is who proposed it; a manager is neither. */
  mine: z.boolean(),
  expiresAt: Instant,
});

const input = z.object({ charityId: CharityId, swapId: SwapId });
const notYours = { status: 403, message: 'This swap is between other people.' } as const;
const swapOver = {
  status: 410,
  message:
    'This swap is over: its time has passed, or one of the bookings has changed. You can propose another one.',
} as const;
const refusals = { notYours, swapOver, notReady } as const;

export const proposeSwap = defineOperation({
  name: 'propose-swap',
  owner: 'scheduling',
  summary:
    'Asks whoever has another slot to swap it for a booking of one’s own. Nothing changes until they say yes, and the team where the charity wishes. It lapses an hour before the earlier one opens.',
  method: 'POST',
  path: '/charities/{charityId}/takeovers/{takeoverId}/swaps',
  access: [curator],
  input: z.object({
    charityId: CharityId,
    swapId: SwapId,
    /** The booking that is given. */
    takeoverId: TakeoverId,
    /** The slot that is asked for. */
    slotId: SlotId,
  }),
  output: Swap,
  refusals: {
    notYours: notYourTakeover,
    notReady,
    withYourself: { status: 422, message: 'Both bookings are yours. Please choose a slot of somebody else.' },
    notBooked: {
      status: 409,
      message: 'Nobody has this slot, so there is nobody to ask. You can book it instead. These are free.',
    },
    tooLate: {
      status: 409,
      message:
        'One of the two has begun, or begins within the hour: that is too late for a swap. If you cannot, please call yours off.',
    },
    askedAlready: {
      status: 409,
      message: 'You have asked for a swap of this booking already. Please take that back first.',
    },
    enough: {
      status: 429,
      message: 'You have asked for ten swaps today. Please wait until tomorrow, or write to the team.',
    },
  },
});

export const listSwapChoices = defineOperation({
  name: 'list-swap-choices',
  owner: 'scheduling',
  summary:
    'Weekends of other curators that one’s own booking can be swapped for, the nearest to it first: ten at most. Whose each is, is said as far as the public calendar would say it.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/swap-choices',
  access: [curator],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({ choices: z.array(Side) }),
  refusals: { notYours: notYourTakeover },
});

export const answerSwap = defineOperation({
  name: 'answer-swap',
  owner: 'scheduling',
  summary: 'Says yes or no to a swap one was asked for. Clicked twice, it is said once.',
  method: 'POST',
  path: '/charities/{charityId}/swaps/{swapId}/answer',
  access: [curator],
  input: z.object({ ...input.shape, yes: z.boolean() }),
  output: Swap,
  refusals,
});

export const withdrawSwap = defineOperation({
  name: 'withdraw-swap',
  owner: 'scheduling',
  summary: 'Takes back a swap one has proposed, as long as it has not taken effect.',
  method: 'POST',
  path: '/charities/{charityId}/swaps/{swapId}/withdrawal',
  access: [curator],
  input,
  output: Swap,
  refusals: {
    notYours,
    done: {
      status: 409,
      message: 'This swap has taken effect already. You can call the booking off, or propose another swap.',
    },
  },
});

const byTeam = {
  owner: 'scheduling',
  method: 'POST',
  access: [staff('manager')],
  input,
  output: Swap,
} as const;

export const approveSwap = defineOperation({
  ...byTeam,
  name: 'approve-swap',
  summary: 'Says yes to a swap that both people want: it takes effect. Clicked twice, it takes effect once.',
  path: '/charities/{charityId}/swaps/{swapId}/approval',
  refusals: {
    swapOver,
    notReady,
    notAgreed: {
      status: 409,
      message: 'Who was asked has not answered yet. Please wait until they say yes.',
    },
  },
});

export const refuseSwap = defineOperation({
  ...byTeam,
  name: 'refuse-swap',
  summary: 'Says no to a swap, whoever has said yes: both keep what they have.',
  path: '/charities/{charityId}/swaps/{swapId}/refusal',
  refusals: { swapOver },
});

export const listSwaps = defineOperation({
  name: 'list-swaps',
  owner: 'scheduling',
  summary: 'Swaps of the last 30 days, newest first: all for a manager, their own for a curator.',
  method: 'GET',
  path: '/charities/{charityId}/swaps',
  access: [curator, staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ swaps: z.array(Swap) }),
  refusals: {},
});
