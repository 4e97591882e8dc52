import { type MentionId, mentionReceived } from '@baton/contracts';
import { appendFacts, type NewFact, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import type { Mention } from '../x/read-timelines.js';
import type { Watch } from './claim-watches.js';
import { sealMention } from './sealed-mention.js';

/** Keeps what was written inside the window and was not known, and says so. Oldest first. */
export async function recordMentions(
  tx: Tx,
  vault: Vault,
  watch: Watch,
  mentions: readonly Mention[],
): Promise<void> {
  const inside = mentions.filter(({ at }) => at >= watch.opensAt && at < watch.closesAt);
  const facts: NewFact[] = [];
  for (const mention of inside) {
    const fact = await recordMention(tx, vault, watch, mention);
    if (fact) facts.push(fact);
  }
  await appendFacts(tx, ...facts);
}

async function recordMention(
  tx: Tx,
  vault: Vault,
  { takeoverId }: Watch,
  mention: Mention,
): Promise<NewFact | undefined> {
  const mentionId = newId<MentionId>();
  const sealed = await sealMention(vault, tx, { takeoverId, mentionId }, mention);
  const inserted = await tx.query(
    `INSERT INTO mention (charity_id, mention_id, takeover_id, x_post_id, sealed_words, at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT ON CONSTRAINT mention_once DO NOTHING RETURNING 1`,
    [tx.charityId, mentionId, takeoverId, mention.xPostId, sealed, mention.at],
  );
  if (inserted.length === 0) return undefined;
  return newFact(mentionReceived, { subject: mentionId, revision: 1, data: { mentionId, takeoverId } });
}

/**
 * Ends a look: gives the lease back and says when to look again: in a while, at the window's end at the
 * latest, and no more once a look after the end has succeeded (or for a day could not). Answers whether the
 * lease was still ours.
 */
export async function endLook(
  tx: Tx,
  { takeoverId, fence }: Watch,
  next: { readonly newest: string | undefined; readonly inMs: number; readonly looked: boolean },
): Promise<boolean> {
  const ended = await tx.query(
    `UPDATE inbox_watch
        SET leased_until = NULL, since_x_post_id = coalesce($4, since_x_post_id),
            next_poll_at = CASE WHEN baton.now() < closes_at
                                THEN least(closes_at, baton.now() + $5 * interval '1 ms')
                                WHEN NOT $6 AND baton.now() < closes_at + interval '1 day'
                                THEN baton.now() + $5 * interval '1 ms' END
      WHERE charity_id = $1 AND takeover_id = $2 AND fence = $3
     RETURNING 1`,
    [tx.charityId, takeoverId, fence, next.newest ?? null, next.inMs, next.looked],
  );
  return ended.length > 0;
}
