import twitterText from 'twitter-text';

export const maxWeight = 280;

// biome-ignore lint/complexity/useRegexLiterals: the compiler's target is older than the `v` flag; Node 20 has it.
const emoji = new RegExp('\\p{RGI_Emoji}', 'gv');
/** Weighs 2 and is part of no word, so that a link beside an emoji is still found. */
const twoWeights = '★';

/**
 * The weight X counts against 280. twitter-text 3.1 knows the ranges and that every link weighs 23, but weighs a
 * joined emoji (🧑‍🦽) as its parts; X documents 2 for any emoji, so they are replaced first.
 * https://docs.x.com/fundamentals/counting-characters
 */
export function weighText(text: string): number {
  return twitterText.parseTweet(text.replace(emoji, twoWeights)).weightedLength;
}
