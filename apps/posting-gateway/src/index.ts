export { type PostingConfig, postingConfig } from './config.js';
export { postingGateway } from './posting-gateway.module.js';
export { rejectionWords, whatFollows } from './x/what-follows.js';
