export { apiGateway } from './api-gateway.module.js';
export { type GatewayConfig, gatewayConfig } from './config.js';
