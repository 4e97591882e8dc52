export { apiGateway } from './api-gateway.module.js';
export { type Verdict, verifyChain } from './audit/chain/verify-chain.js';
export { verifyCharity } from './audit/chain-of-charity.js';
export { type GatewayConfig, gatewayConfig } from './config.js';
