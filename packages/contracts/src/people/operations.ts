export * from './session-operations.js';
export * from './sign-in-operations.js';
