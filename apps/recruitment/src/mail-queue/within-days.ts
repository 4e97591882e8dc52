import { databaseNow } from '../clock/database-now.js';
import type { Stands } from './letters.js';

const dayMs = 86_400_000;

/** A letter that is of no use later, and that is dropped by its cause where what it asks for has been done. */
export const withinDays =
  (days: number): Stands =>
  async (tx, { queuedAt }) =>
    (await databaseNow(tx)).getTime() < queuedAt.getTime() + days * dayMs;
