import { runService } from '@baton/service-kit';
import { recruitmentConfig } from './config.js';
import { recruitment } from './recruitment.module.js';

await runService({ name: 'recruitment', config: recruitmentConfig, module: recruitment });
