export {
  ConfigError,
  callerKey,
  fingerprintKey,
  readConfig,
  type ServiceConfig,
  serviceConfig,
} from './config/read-config.js';
export { KeepErased } from './erasing/keep-erased.js';
export { type ExportPage, type ExportSource, exportPage } from './exporting/export-page.js';
export { ForWatchers } from './health/health.controller.js';
export { nameBasedId } from './ids/name-based-id.js';
export { newId } from './ids/new-id.js';
export { pulseCodeOf } from './ids/pulse-code.js';
export { Log, type LogLevel } from './log/log.js';
export type { LogField, LogFields } from './log/log-fields.js';
export { Metrics } from './metrics/metrics.js';
export { type RunOptions, runService } from './run/run-service.js';
export { ServiceModule, type ServiceOptions } from './run/service-module.js';
export { portOf, startService } from './run/start-service.js';
export { WorkLoop } from './run/work-loop.js';
export { RunsInBackground, type Worker, Workers } from './run/workers.js';
