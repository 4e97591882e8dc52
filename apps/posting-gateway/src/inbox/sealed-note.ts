import type { Tx, Vault } from '@baton/persistence';
import type { MessagePlace } from './lock-message.js';
import { ownerOf } from './sealed-mention.js';

type InboxPlace = Omit<MessagePlace, 'charityId'>;

/** Of what a note is: that a message was left to the team, or that they were told about it. */
type What = 'parked' | 'reported';

/** What a curator tells the team about a message goes with the inbox it belongs to. */
export const sealNote = (
  vault: Vault,
  tx: Tx,
  place: InboxPlace,
  what: What,
  note: string,
): Promise<Buffer> => vault.seal(tx, ownerOf(place), `${what}:${place.mentionId}`, note);

export const openNote = (
  vault: Vault,
  tx: Tx,
  place: InboxPlace,
  what: What,
  sealed: Buffer,
): Promise<string> => vault.open(tx, ownerOf(place), `${what}:${place.mentionId}`, sealed);
