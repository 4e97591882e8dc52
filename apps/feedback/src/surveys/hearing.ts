/** What this room does about facts that other rooms hear too. */
export { OnCuratorLeft } from './opening/on-curator-left.js';
export { OnCuratorReady } from './opening/on-curator-ready.js';
export { OnTakeoverClosed } from './opening/on-takeover-closed.js';
export { OnTakeoverOpened } from './opening/on-takeover-opened.js';
export { OnTakeoverScheduled } from './opening/on-takeover-scheduled.js';
