import { HoldSlot } from './hold-slot.js';
import { ReleaseHold } from './release-hold.js';

export const answers = { 'hold-slot': HoldSlot, 'release-hold': ReleaseHold } as const;
