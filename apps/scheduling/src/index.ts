export { type SchedulingConfig, schedulingConfig } from './config.js';
export { HandoverClock } from './handover/handover-clock.js';
export { KeepRotasFilled } from './rota/keep-rotas-filled.js';
export { scheduling } from './scheduling.module.js';
