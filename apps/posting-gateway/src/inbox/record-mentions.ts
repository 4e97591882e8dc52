import { shieldMentions } from '@baton/checks';
import { type MentionId, mentionReceived, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { shieldFor } from '../shield/shield-wishes.js';
import { requireTakeover } from '../takeovers/read-takeover.js';
import type { Mention } from '../x/read-timelines.js';
import type { Watch } from './claim-watches.js';
import { earlierMessages, textPrintsOf } from './earlier-messages.js';
import { mutedAmong, printsOf } from './muted-writers.js';
import { sealMention } from './sealed-mention.js';

/** What came of a look, for the pace of the next. */
export interface Recorded {
  /** Messages that were not known. */
  readonly found: number;
  /** One of them had been there for longer than X's bell takes. */
  readonly foundLate: boolean;
  /** More came within the hour than a person can read. */
  readonly isStorm: boolean;
}

/** The bell rings within seconds; what has been there for longer came without it. */
const bellTakesMs = 30_000;

/**
 * Keeps what was written inside the window and was not known, and says so. Oldest first, in one statement however many. What the
 * shield sets aside is set aside in the same moment, so no curator sees it in between.
 */
export async function recordMentions(
  tx: Tx,
  vault: Vault,
  { takeoverId, opensAt, closesAt }: Pick<Watch, 'takeoverId' | 'opensAt' | 'closesAt'>,
  mentions: readonly Mention[],
  mostAnHour: number,
): Promise<Recorded> {
  const fresh = await notKnown(
    tx,
    mentions.filter(({ at }) => at >= opensAt && at < closesAt),
  );
  const { inLastHour, now } = await hourBefore(tx, takeoverId);
  const recorded = {
    found: fresh.length,
    foundLate: fresh.some(({ at }) => now.getTime() - at.getTime() > bellTakesMs),
    isStorm: inLastHour + fresh.length > mostAnHour,
  };
  if (fresh.length === 0) return recorded;
  const prints = await printsOf(tx, vault, fresh);
  const muted = await mutedAmong(tx, takeoverId, prints);
  const textPrints = await textPrintsOf(tx, vault, fresh);
  const earlier = await earlierMessages(tx, takeoverId, { writers: prints, texts: textPrints });
  const toShield = fresh.map((mention, index) => {
    const writer = prints[index] ?? '';
    return {
      ...mention,
      isMuted: muted.has(writer),
      writer: prints[index] ?? undefined,
      earlier: {
        byWriter: earlier.byWriter.get(writer) ?? 0,
        copiedBy: earlier.writersOf.get(textPrints[index] ?? '') ?? [],
      },
    };
  });
  const shield = shieldMentions(toShield, {
    ...(await shieldFor(tx, vault, (await requireTakeover(tx, takeoverId)).curatorId)),
    inLastHour,
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
      copied: textPrints[index] ?? null,
      words: sealed.toString('hex'),
      at: mention.at,
      kinds,
      severity,
    });
  }
  await tx.query(
    `INSERT INTO mention (charity_id, mention_id, takeover_id, x_post_id, answers_x_post_id, conversation_x_post_id, writer_print, text_print,
                          sealed_words, at, set_aside, severity)
     SELECT $1, "mentionId", $2, "xPostId", answers, conversation, decode(writer, 'hex'), decode(copied, 'hex'), decode(words, 'hex'), at, kinds, severity
       FROM jsonb_to_recordset($3::jsonb)
         AS row("mentionId" uuid, "xPostId" text, answers text, conversation text, writer text, copied text, words text, at timestamptz, kinds text[], severity text)`,
    [tx.charityId, takeoverId, JSON.stringify(rows)],
  );
  const facts = rows.map(({ mentionId }) =>
    newFact(mentionReceived, { subject: mentionId, revision: 1, data: { mentionId, takeoverId } }),
  );
  await appendFacts(tx, ...facts);
  return recorded;
}

/** The lease on the watch is ours (`isStillOurs` has its row), so nobody else writes them down meanwhile. */
async function notKnown(tx: Tx, mentions: readonly Mention[]): Promise<Mention[]> {
  const known = await tx.query<{ xPostId: string }>(
    `SELECT x_post_id AS "xPostId" FROM mention WHERE charity_id = $1 AND x_post_id = ANY ($2)`,
    [tx.charityId, mentions.map(({ xPostId }) => xPostId)],
  );
  const ids = new Set(known.map(({ xPostId }) => xPostId));
  return mentions.filter(({ xPostId }) => !ids.has(xPostId));
}

async function hourBefore(tx: Tx, takeoverId: TakeoverId): Promise<{ inLastHour: number; now: Date }> {
  const [row] = await tx.query<{ inLastHour: number; now: Date }>(
    `SELECT count(*)::integer AS "inLastHour", baton.now() AS now FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND arrived_at > baton.now() - interval '1 hour'`,
    [tx.charityId, takeoverId],
  );
  if (!row) throw new Error('a count has one row');
  return row;
}
