export { type PostingConfig, postingConfig } from './config.js';
export { presets } from './policy/presets.js';
export { postingGateway } from './posting-gateway.module.js';
export { rejectionWords, whatFollows } from './x/what-follows.js';
