import { type CharityId, type MentionId, type Result, refuse, type TakeoverId } from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { ownerOf } from './sealed-mention.js';

export interface MentionPlace {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
  readonly mentionId: MentionId;
}

type InboxPlace = Omit<MentionPlace, 'charityId'>;

/** A message of an inbox the caller may look at, locked, which nobody of the team has seen to yet. */
export async function lockForParking(
  tx: Tx,
  { charityId, takeoverId, mentionId }: MentionPlace,
  call: CallContext,
): Promise<Result<'open', 'notFound' | 'notYours' | 'seenToAlready'>> {
  const takeover = await readTakeover(tx, takeoverId);
  if (!takeover) return refuse('notFound');
  if (!mayLook(call, takeover)) return refuse('notYours');
  const [row] = await tx.query<{ seenTo: boolean }>(
    `SELECT seen_to_at IS NOT NULL AS "seenTo" FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $3 FOR UPDATE`,
    [charityId, takeoverId, mentionId],
  );
  if (!row) return refuse('notFound');
  return row.seenTo ? refuse('seenToAlready') : { ok: true, value: 'open' };
}

/** What its curator tells the team goes with the inbox it belongs to. */
export const sealParkingNote = (vault: Vault, tx: Tx, place: InboxPlace, note: string): Promise<Buffer> =>
  vault.seal(tx, ownerOf(place), `parked:${place.mentionId}`, note);

export const openParkingNote = (vault: Vault, tx: Tx, place: InboxPlace, sealed: Buffer): Promise<string> =>
  vault.open(tx, ownerOf(place), `parked:${place.mentionId}`, sealed);
