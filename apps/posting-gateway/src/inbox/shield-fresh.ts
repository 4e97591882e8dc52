import { type MentionToShield, shieldMentions } from '@baton/checks';
import type { SetAside, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { shieldFor } from '../shield/shield-wishes.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import type { Mention } from '../x/read-timelines.js';
import { earlierMessages, textPrintsOf } from './earlier-messages.js';
import { mutedAmong, printsOf } from './muted-writers.js';

/** A message that was not known, as it is kept. The prints are keyed digests in hex. */
export interface Shielded {
  readonly mention: Mention;
  readonly writerPrint: string | null;
  readonly textPrint: string | null;
  /** Undefined: its curator sees it. */
  readonly aside: SetAside | undefined;
}

/** What the shield makes of fresh messages, in view of everything that came before them in this takeover. */
export async function shieldFresh(
  tx: Tx,
  vault: Vault,
  takeoverId: TakeoverId,
  fresh: readonly Mention[],
  numbers: { readonly inLastHour: number; readonly mostAnHour: number },
): Promise<Shielded[]> {
  const writers = await printsOf(tx, vault, fresh);
  const texts = await textPrintsOf(tx, vault, fresh);
  const muted = await mutedAmong(tx, takeoverId, writers);
  const earlier = await earlierMessages(tx, takeoverId, { writers, texts });
  const toShield = fresh.map((mention, index): MentionToShield => {
    const writer = writers[index] ?? undefined;
    return {
      ...mention,
      writer,
      isMuted: muted.has(writer ?? ''),
      earlier: {
        byWriter: earlier.byWriter.get(writer ?? '') ?? 0,
        copiedBy: earlier.writersOf.get(texts[index] ?? '') ?? [],
      },
    };
  });
  const { curatorId } = await requireTakeover(tx, takeoverId);
  const asides = shieldMentions(toShield, { ...(await shieldFor(tx, vault, curatorId)), ...numbers });
  return fresh.map((mention, index) => ({
    mention,
    writerPrint: writers[index] ?? null,
    textPrint: texts[index] ?? null,
    aside: asides[index],
  }));
}
