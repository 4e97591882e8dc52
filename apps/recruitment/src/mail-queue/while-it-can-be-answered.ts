import { databaseNow } from '../clock/database-now.js';
import type { Stands } from './letters.js';

/** A letter that asks something until a moment it names. Where it was answered before, it is dropped by its cause. */
export const whileItCanBeAnswered: Stands = async (tx, { fields }) =>
  (await databaseNow(tx)).toISOString() < (fields['expiresAt'] ?? '');
