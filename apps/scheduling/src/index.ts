export { type SchedulingConfig, schedulingConfig } from './config.js';
export { lookForTakeovers } from './handover/handover-clock.js';
export { scheduling } from './scheduling.module.js';
export { takeDueTimer } from './timers/timer-clock.js';
