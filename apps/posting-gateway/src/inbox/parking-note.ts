import type { Tx, Vault } from '@baton/persistence';
import type { MessagePlace } from './lock-message.js';
import { ownerOf } from './sealed-mention.js';

type InboxPlace = Omit<MessagePlace, 'charityId'>;

/** What a curator tells the team about a message goes with the inbox it belongs to. */
export const sealParkingNote = (vault: Vault, tx: Tx, place: InboxPlace, note: string): Promise<Buffer> =>
  vault.seal(tx, ownerOf(place), `parked:${place.mentionId}`, note);

export const openParkingNote = (vault: Vault, tx: Tx, place: InboxPlace, sealed: Buffer): Promise<string> =>
  vault.open(tx, ownerOf(place), `parked:${place.mentionId}`, sealed);
