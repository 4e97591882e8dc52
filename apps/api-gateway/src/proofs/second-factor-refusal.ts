import { refuse } from '@baton/contracts';
import type { Verified } from './second-factor.js';

export const refusalOf = (verified: Exclude<Verified, 'right'>) =>
  verified === 'tooOften' ? refuse('tooManyTries') : refuse('wrongSecondFactor');
