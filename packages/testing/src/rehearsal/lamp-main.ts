import { runService, serviceConfig } from '@baton/service-kit';
import { lamps } from './lamp-service.js';

await runService({ name: 'feedback', config: serviceConfig, module: lamps });
