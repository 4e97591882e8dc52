export * from './account-operations.js';
export * from './connection-state.js';
export * from './curating-operations.js';
export * from './describing-operations.js';
export * from './media-operations.js';
export * from './policy-operations.js';
export * from './safeguarding-operations.js';
export * from './signposting-operations.js';
