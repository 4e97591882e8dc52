import type { Stands } from './letters.js';

/** A letter whose reason does not go away, and why not: for whoever reads the list of letters. */
export const always =
  (_why: string): Stands =>
  () =>
    Promise.resolve(true);
