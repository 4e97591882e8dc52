import { AddSlot } from './add-slot.js';
import { ListSlots } from './list-slots.js';
import { RemoveSlot } from './remove-slot.js';

export const answers = {
  'add-slot': AddSlot,
  'remove-slot': RemoveSlot,
  'list-slots': ListSlots,
} as const;
