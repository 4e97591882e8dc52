import { OnCuratorReady } from './on-curator-ready.js';
import { OnTakeoverMoved } from './on-takeover-moved.js';
import { OnTakeoverOpened } from './on-takeover-opened.js';
import { OnTakeoverScheduled } from './on-takeover-scheduled.js';
import { WeekendCloses } from './weekend-closes.js';
import { WeekendsForget } from './weekends-forget.js';

export const heard = {
  'takeover.scheduled.v1': OnTakeoverScheduled,
  'takeover.moved.v1': OnTakeoverMoved,
  'takeover.opened.v1': OnTakeoverOpened,
  'curator.ready.v1': OnCuratorReady,
} as const;
/** Of facts that other rooms hear too. */
export const reactions = [WeekendCloses, WeekendsForget] as const;
