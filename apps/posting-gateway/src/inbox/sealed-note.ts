import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { MessagePlace } from './lock-message.js';
import { ownerOf } from './sealed-mention.js';

type InboxPlace = Omit<MessagePlace, 'charityId'>;

/** Of what a note is: that a message was left to the team, or that they were told about it. */
type What = 'parked' | 'reported';

/** What a curator tells the team about a message goes with the inbox it belongs to, or with the curator. */
export const sealNote = (
  vault: Vault,
  tx: Tx,
  place: InboxPlace,
  what: What,
  note: string,
): Promise<Buffer> => vault.seal(tx, ownerOf(place), `${what}:${place.mentionId}`, note);

/** Empty where it was erased. */
export const openNote = async (
  vault: Vault,
  tx: Tx,
  place: InboxPlace,
  what: What,
  sealed: Buffer,
): Promise<string> =>
  sealed.length === 0 ? '' : vault.open(tx, ownerOf(place), `${what}:${place.mentionId}`, sealed);

/** Their curator has left; what followers wrote is not theirs, and stays as long as the charity keeps it. */
export const eraseNotes = (tx: Tx, takeoverIds: readonly TakeoverId[]): Promise<unknown> =>
  tx.query(
    `UPDATE mention SET sealed_parking_note = CASE WHEN sealed_parking_note IS NOT NULL THEN ''::bytea END,
                        sealed_report_note = CASE WHEN sealed_report_note IS NOT NULL THEN ''::bytea END
      WHERE charity_id = $1 AND takeover_id = ANY($2)`,
    [tx.charityId, takeoverIds],
  );
