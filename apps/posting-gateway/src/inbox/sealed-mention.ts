import type { MentionId, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/** Followers' words and handles are theirs: sealed under the takeover's inbox, so one key forgets them all. */
const ownerOf = (takeoverId: TakeoverId): string => `inbox:${takeoverId}`;

interface Place {
  readonly takeoverId: TakeoverId;
  readonly mentionId: MentionId;
}

export async function sealMention(
  vault: Vault,
  tx: Tx,
  { takeoverId, mentionId }: Place,
  { from, text }: { readonly from: string; readonly text: string },
): Promise<{ from: Buffer; text: Buffer }> {
  return {
    from: await vault.seal(tx, ownerOf(takeoverId), `${mentionId}/from`, from),
    text: await vault.seal(tx, ownerOf(takeoverId), `${mentionId}/text`, text),
  };
}

export async function openMention(
  vault: Vault,
  tx: Tx,
  { takeoverId, mentionId }: Place,
  sealed: { readonly from: Buffer; readonly text: Buffer },
): Promise<{ from: string; text: string }> {
  return {
    from: await vault.open(tx, ownerOf(takeoverId), `${mentionId}/from`, sealed.from),
    text: await vault.open(tx, ownerOf(takeoverId), `${mentionId}/text`, sealed.text),
  };
}
