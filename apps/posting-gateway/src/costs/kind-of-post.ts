import type { CostKind } from '@baton/contracts';
import twitterText from 'twitter-text';

export type KindOfPost = Extract<CostKind, 'post' | 'postWithUrl' | 'summonedReply'>;

/** X finds links as it shows them: `example.com` is one. A link makes every post dear, an answer too. */
const hasLink = (text: string): boolean =>
  twitterText.extractUrls(text, { extractUrlsWithoutProtocol: true }).length > 0;

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
