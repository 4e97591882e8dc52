import type { Tx } from '@baton/persistence';
import { takeTurns } from './take-turns.js';

/**
 * Whoever locks the rows of several people in one transaction, or of somebody else than who asked, takes this turn before
 * the first row: who pairs buddies, erases, pauses, comes back, changes what is asked of everybody, or looks through all of
 * them. So two of them never hold a row that the other waits for. Who locks one row alone needs no turn.
 */
export const turnAtPeople = (tx: Tx): Promise<void> => takeTurns(tx, 'people');
