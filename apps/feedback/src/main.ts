import { runService } from '@baton/service-kit';
import { feedbackConfig } from './config.js';
import { feedback } from './feedback.module.js';

await runService({ name: 'feedback', config: feedbackConfig, module: feedback });
