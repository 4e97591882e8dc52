import { LookThrough } from './look-through.js';
import { SetScreeningTarget } from './set-screening-target.js';

export const answers = { 'set-screening-target': SetScreeningTarget } as const;

export const parts = [LookThrough] as const;
