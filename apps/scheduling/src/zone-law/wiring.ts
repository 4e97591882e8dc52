import { KeepZoneLaw } from './keep-zone-law.js';
import { ListZoneChanges } from './list-zone-changes.js';

export const answers = {
  'list-zone-changes': ListZoneChanges,
} as const;

export const parts = [KeepZoneLaw] as const;
