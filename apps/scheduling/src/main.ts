import { runService } from '@baton/service-kit';
import { schedulingConfig } from './config.js';
import { scheduling } from './scheduling.module.js';

await runService({ name: 'scheduling', config: schedulingConfig, module: scheduling });
