import { OnTakeoverClosed } from './on-takeover-closed.js';

/** Facts that several rooms hear. */
export const heard = { 'takeover.closed.v1': OnTakeoverClosed } as const;
