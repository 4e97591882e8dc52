import type { ApplicationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { findApplication, findByCurator } from '../applications/application-row.js';
import type { OpenedMail } from '../mail-queue/queued-mail.js';
import { otherIn, pairsOf } from './buddy-rows.js';

/** As long as two are still buddies, a letter about it makes sense. */
export async function stillBuddies(tx: Tx, mail: OpenedMail): Promise<boolean> {
  return (await pairOf(tx, mail)) !== undefined;
}

/** The other one's pen name as it is when the letter is written. */
export async function buddysName(tx: Tx, mail: OpenedMail): Promise<Record<string, string>> {
  const found = await pairOf(tx, mail);
  const other = found && (await findByCurator(tx, otherIn(found.pair, found.reader)));
  return { buddy: other?.penName ?? '' };
}

async function pairOf(tx: Tx, { addresseeId, fields }: OpenedMail) {
  const reader = (await findApplication(tx, addresseeId as ApplicationId))?.curatorId;
  const pair = reader && (await pairsOf(tx, reader)).find(({ pairId }) => pairId === fields['pairId']);
  return reader && pair ? { reader, pair } : undefined;
}
