export * from './define/access.js';
export * from './define/caller.js';
export * from './define/define-event.js';
export * from './define/define-operation.js';
export * from './define/envelope.js';
export * from './define/ids.js';
export * from './define/refusal.js';
