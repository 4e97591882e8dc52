import type { MentionId, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { z } from 'zod';

/** What a follower wrote, and under which handle. */
const MentionWords = z.object({ from: z.string(), text: z.string() });
export type MentionWords = z.output<typeof MentionWords>;

/** Of a message that is gone. */
const noWords: MentionWords = { from: '', text: '' };

interface Place {
  readonly takeoverId: TakeoverId;
  readonly mentionId: MentionId;
}

/** Followers' words and handles are theirs: sealed under the takeover's inbox, so one key forgets them all. */
export const ownerOf = ({ takeoverId }: Pick<Place, 'takeoverId'>): string => `inbox:${takeoverId}`;

/** After this nothing that followers wrote during this takeover can be read here any more. */
export const shredInbox = (vault: Vault, tx: Tx, takeoverId: TakeoverId): Promise<void> =>
  vault.shred(tx, ownerOf({ takeoverId }));

export const sealMention = (
  vault: Vault,
  tx: Tx,
  place: Place,
  { from, text }: MentionWords,
): Promise<Buffer> => vault.seal(tx, ownerOf(place), place.mentionId, JSON.stringify({ from, text }));

export const openMention = async (
  vault: Vault,
  tx: Tx,
  place: Place,
  sealed: Buffer,
): Promise<MentionWords> =>
  sealed.length === 0
    ? noWords
    : MentionWords.parse(JSON.parse(await vault.open(tx, ownerOf(place), place.mentionId, sealed)));
