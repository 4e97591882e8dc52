import { type Unmasked, unmask } from './unmask.js';

/** One piece of somebody's words, as they typed it and as a machine should read it. */
export interface Words {
  readonly typed: string;
  /** Disguises taken off, once for all checks. */
  readonly plain: Unmasked;
}

export const readWords = (typed: string): Words => ({ typed, plain: unmask(typed) });
