export { type SchedulingConfig, schedulingConfig } from './config.js';
export { scheduling } from './scheduling.module.js';
