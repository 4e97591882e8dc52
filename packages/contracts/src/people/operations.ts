export * from './proof-operations.js';
export * from './session-operations.js';
export * from './sign-in-operations.js';
export * from './step-up-operations.js';
