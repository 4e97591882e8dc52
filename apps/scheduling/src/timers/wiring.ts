import { TimerClock } from './timer-clock.js';

export const parts = [TimerClock] as const;
