import { AddSlot } from './add-slot.js';
import { ListSlots } from './list-slots.js';

export const answers = {
  'add-slot': AddSlot,
  'list-slots': ListSlots,
} as const;
