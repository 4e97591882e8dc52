import { type ServiceConfig, serviceConfig } from '@baton/service-kit';

/** Feedback needs nothing beyond what every service needs. */
export const feedbackConfig = serviceConfig;
export type FeedbackConfig = ServiceConfig;
