import twitterText from 'twitter-text';
import { linksOnX } from './links-on-x.js';

/** Each emoji of Unicode's list "recommended for general interchange", joined ones included. */
const anyEmoji = '\\p{RGI_Emoji}';
const emoji = new RegExp(anyEmoji, 'gv');

/** An emoji twitter-text counts right: any other then has the weight X documents for all of them. */
const plainEmoji = '😀';

/** What one post may weigh. https://docs.x.com/fundamentals/counting-characters */
export const longestPost = 280;

const linkWeight = 23;

/**
 * A text's length as X counts it: 23 for a link, 2 for an emoji or an ideograph, 1 for most letters.
 * twitter-text 3.1 predates today's joined emoji and counts them as 5 and more, hence the replacing. Links are found before:
 * an emoji beside a bare domain has a say in whether it is one.
 */
export function weightedLength(text: string): number {
  const composed = text.normalize();
  let weight = 0;
  let behind = 0;
  for (const { from, to } of linksOnX(composed)) {
    weight += weightBesideLinks(composed.slice(behind, from)) + linkWeight;
    behind = to;
  }
  return weight + weightBesideLinks(composed.slice(behind));
}

/** Without a dot there is no link, and a comma weighs the same. */
const weightBesideLinks = (text: string): number =>
  twitterText.parseTweet(text.replace(emoji, plainEmoji).replaceAll('.', ',')).weightedLength;
