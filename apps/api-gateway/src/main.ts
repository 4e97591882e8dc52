import { runService } from '@baton/service-kit';
import { apiGateway } from './api-gateway.module.js';
import { gatewayConfig } from './config.js';
import { prepareDoor } from './door/prepare-door.js';

await runService({ name: 'api-gateway', config: gatewayConfig, module: apiGateway, prepare: prepareDoor });
