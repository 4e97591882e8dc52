import { OnTakeoverMoved } from './on-takeover-moved.js';

export const heard = { 'takeover.moved.v1': OnTakeoverMoved } as const;
