import { shieldMentions } from '@baton/checks';
import { type MentionId, mentionReceived, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { shieldFor } from '../shield/shield-wishes.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import type { Mention } from '../x/read-timelines.js';
import type { Watch } from './claim-watches.js';
import { mutedAmong, printsOf } from './muted-writers.js';
import { sealMention } from './sealed-mention.js';

/**
 * Keeps what was written inside the window and was not known, and says so. Oldest first, in one statement however many. What the
 * shield sets aside is set aside in the same moment, so no curator sees it in between.
 */
export async function recordMentions(
  tx: Tx,
  vault: Vault,
  { takeoverId, opensAt, closesAt }: Watch,
  mentions: readonly Mention[],
  mostAnHour: number,
): Promise<void> {
  const fresh = await notKnown(
    tx,
    mentions.filter(({ at }) => at >= opensAt && at < closesAt),
  );
  if (fresh.length === 0) return;
  const prints = await printsOf(tx, vault, fresh);
  const muted = await mutedAmong(tx, takeoverId, prints);
  const toShield = fresh.map((mention, index) => ({ ...mention, isMuted: muted.has(prints[index] ?? '') }));
  const shield = shieldMentions(toShield, {
    ...(await shieldFor(tx, vault, (await requireTakeover(tx, takeoverId)).curatorId)),
    inLastHour: await inLastHour(tx, takeoverId),
    mostAnHour,
  });
  const rows = [];
  for (const [index, mention] of fresh.entries()) {
    const mentionId = newId<MentionId>();
    const sealed = await sealMention(vault, tx, { takeoverId, mentionId }, mention);
    const { kinds, severity } = shield[index] ?? { kinds: null, severity: null };
    rows.push({
      mentionId,
      xPostId: mention.xPostId,
      answers: mention.answersXPostId,
      conversation: mention.conversationXPostId,
      writer: prints[index] ?? null,
      words: sealed.toString('hex'),
      at: mention.at,
      kinds,
      severity,
    });
  }
  await tx.query(
    `INSERT INTO mention (charity_id, mention_id, takeover_id, x_post_id, answers_x_post_id, conversation_x_post_id, writer_print,
                          sealed_words, at, set_aside, severity)
     SELECT $1, "mentionId", $2, "xPostId", answers, conversation, decode(writer, 'hex'), decode(words, 'hex'), at, kinds, severity
       FROM jsonb_to_recordset($3::jsonb)
         AS row("mentionId" uuid, "xPostId" text, answers text, conversation text, writer text, words text, at timestamptz, kinds text[], severity text)`,
    [tx.charityId, takeoverId, JSON.stringify(rows)],
  );
  const facts = rows.map(({ mentionId }) =>
    newFact(mentionReceived, { subject: mentionId, revision: 1, data: { mentionId, takeoverId } }),
  );
  await appendFacts(tx, ...facts);
}

/** The lease on the watch is ours (`endLook` has its row), so nobody else writes them down meanwhile. */
async function notKnown(tx: Tx, mentions: readonly Mention[]): Promise<Mention[]> {
  const known = await tx.query<{ xPostId: string }>(
    `SELECT x_post_id AS "xPostId" FROM mention WHERE charity_id = $1 AND x_post_id = ANY ($2)`,
    [tx.charityId, mentions.map(({ xPostId }) => xPostId)],
  );
  const ids = new Set(known.map(({ xPostId }) => xPostId));
  return mentions.filter(({ xPostId }) => !ids.has(xPostId));
}

async function inLastHour(tx: Tx, takeoverId: TakeoverId): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND arrived_at > baton.now() - interval '1 hour'`,
    [tx.charityId, takeoverId],
  );
  return row?.count ?? 0;
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
