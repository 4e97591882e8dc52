import { z } from 'zod';
import { curator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, SlotId } from '../define/ids.js';
import { notReady, slotHeld, slotOver, slotTaken, tooOftenHeld } from './refusals.js';

export const holdSlot = defineOperation({
  name: 'hold-slot',
  owner: 'scheduling',
  summary:
    'Keeps a free slot for whoever is just booking it, for ten minutes: nobody else can book it meanwhile. One at a time; another one lets go of the first.',
  method: 'PUT',
  path: '/charities/{charityId}/slots/{slotId}/hold',
  access: [curator],
  input: z.object({ charityId: CharityId, slotId: SlotId }),
  output: z.object({ slotId: SlotId, heldUntil: Instant }),
  refusals: { slotTaken, slotHeld, slotOver, notReady, enough: tooOftenHeld },
});

export const releaseHold = defineOperation({
  name: 'release-hold',
  owner: 'scheduling',
  summary: 'Lets go of the slot that was being kept, if any. Saying it again is harmless.',
  method: 'POST',
  path: '/charities/{charityId}/hold/release',
  access: [curator],
  input: z.object({ charityId: CharityId }),
  output: z.object({ released: z.boolean() }),
  refusals: {},
});
