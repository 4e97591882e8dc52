import { type ServiceConfig, serviceConfig } from '@baton/service-kit';

/** Scheduling needs nothing beyond what every service needs. */
export const schedulingConfig = serviceConfig;
export type SchedulingConfig = ServiceConfig;
