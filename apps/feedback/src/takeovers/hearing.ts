/** What this room does about facts that other rooms hear too. */
export { OnCuratorReady } from './on-curator-ready.js';
export { OnTakeoverOpened } from './on-takeover-opened.js';
export { OnTakeoverScheduled } from './on-takeover-scheduled.js';
export { WeekendCloses } from './weekend-closes.js';
export { WeekendsForget } from './weekends-forget.js';
