export { type FeedbackConfig, feedbackConfig } from './config.js';
export { feedback } from './feedback.module.js';
