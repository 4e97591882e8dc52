import { hasLink } from '@baton/checks';
import type { CostKind } from '@baton/contracts';

export type KindOfPost = Extract<CostKind, 'post' | 'postWithUrl' | 'summonedReply'>;

/** What X takes a post for. `answersMention`: somebody summoned the account by mentioning it. */
export function kindOfPost({
  text,
  answersMention,
}: {
  readonly text: string;
  readonly answersMention: boolean;
}): KindOfPost {
  if (hasLink(text)) return 'postWithUrl';
  return answersMention ? 'summonedReply' : 'post';
}
