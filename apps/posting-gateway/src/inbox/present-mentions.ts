import type { TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { readSubmitSituation } from '../posts/read-submit-situation.js';
import type { Takeover } from '../takeovers/read-takeover.js';
import { type CanReply, decideCanReply } from './decide-can-reply.js';
import type { MentionRow } from './page-of-inbox.js';
import { openMention } from './sealed-mention.js';

/** Messages with their words, and whether the takeover's curator could answer each now. */
export async function presentMentions(
  tx: Tx,
  vault: Vault,
  { takeoverId, curatorId }: Pick<Takeover, 'takeoverId' | 'curatorId'>,
  rows: readonly MentionRow[],
) {
  const { situation } = await readSubmitSituation(tx, vault, answerIn(takeoverId), curatorId);
  const shown = [];
  for (const { mentionId, at, answered, hiddenOnX, inReplyTo, unanswerable, gone, sealed } of rows) {
    const { from, text } = await openMention(vault, tx, { takeoverId, mentionId }, sealed);
    const reply: CanReply = gone ? isGone : decideCanReply(situation, unanswerable);
    shown.push({
      mentionId,
      from,
      text,
      at: at.toISOString(),
      answered,
      hiddenOnX,
      gone,
      inReplyTo,
      ...reply,
    });
  }
  return shown;
}

const isGone: CanReply = {
  canReply: false,
  whyNot:
    'X does not show this message any more. Its writer may have taken it back, so we do not keep it either.',
};

/** Somebody is about to answer, and has not typed anything. */
const answerIn = (takeoverId: TakeoverId) => ({ takeoverId, posts: [] });
