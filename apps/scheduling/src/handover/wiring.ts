import { HandoverClock } from './handover-clock.js';

export const parts = [HandoverClock] as const;
