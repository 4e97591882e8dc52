export { type PostingConfig, postingConfig } from './config.js';
export { postingGateway } from './posting-gateway.module.js';
