import { runService } from '@baton/service-kit';
import { postingConfig } from './config.js';
import { postingGateway } from './posting-gateway.module.js';

await runService({ name: 'posting-gateway', config: postingConfig, module: postingGateway });
