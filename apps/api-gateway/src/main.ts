import { runService } from '@baton/service-kit';
import { apiGateway } from './api-gateway.module.js';
import { gatewayConfig } from './config.js';
import { setSecurityHeaders } from './door/security-headers.js';

await runService({
  name: 'api-gateway',
  config: gatewayConfig,
  module: apiGateway,
  prepare: (app) => setSecurityHeaders(app.getHttpAdapter().getInstance()),
});
