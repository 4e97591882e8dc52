import { type MentionId, mentionReceived, type TakeoverId } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx, Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { sealMention } from './sealed-mention.js';
import type { Shielded } from './shield-fresh.js';

const insert = `
  INSERT INTO mention (charity_id, mention_id, takeover_id, x_post_id, answers_x_post_id, conversation_x_post_id, writer_print,
                       text_print, sealed_words, at, set_aside, severity)
  SELECT $1, "mentionId", $2, "xPostId", answers, conversation, decode(writer, 'hex'), decode(copied, 'hex'),
         decode(words, 'hex'), at, kinds, severity
    FROM jsonb_to_recordset($3::jsonb)
      AS row("mentionId" uuid, "xPostId" text, answers text, conversation text, writer text, copied text, words text,
             at timestamptz, kinds text[], severity text)`;

/** Writes messages down, sealed and in one statement however many, and says of each that it came. */
export async function keepMentions(
  tx: Tx,
  vault: Vault,
  takeoverId: TakeoverId,
  shielded: readonly Shielded[],
): Promise<void> {
  const rows = [];
  for (const { mention, writerPrint, textPrint, aside } of shielded) {
    const mentionId = newId<MentionId>();
    const sealed = await sealMention(vault, tx, { takeoverId, mentionId }, mention);
    rows.push({
      mentionId,
      xPostId: mention.xPostId,
      answers: mention.answersXPostId,
      conversation: mention.conversationXPostId,
      writer: writerPrint,
      copied: textPrint,
      words: sealed.toString('hex'),
      at: mention.at,
      kinds: aside?.kinds ?? null,
      severity: aside?.severity ?? null,
    });
  }
  await tx.query(insert, [tx.charityId, takeoverId, JSON.stringify(rows)]);
  const facts = rows.map(({ mentionId }) =>
    newFact(mentionReceived, { subject: mentionId, revision: 1, data: { mentionId, takeoverId } }),
  );
  await appendFacts(tx, ...facts);
}
