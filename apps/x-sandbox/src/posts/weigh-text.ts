import twitterText from 'twitter-text';

export const maxWeight = 280;

// biome-ignore lint/complexity/useRegexLiterals: the compiler's target is older than the `v` flag; Node 20 has it.
const emoji = new RegExp('\\p{RGI_Emoji}', 'gv');
/** Weighs 2. */
const twoWeights = '★';

/**
 * The weight X counts against 280. twitter-text 3.1 knows the ranges and finds the links, of which each weighs 23, but weighs
 * a joined emoji (🧑‍🦽) as its parts; X documents 2 for any emoji. So links are taken out, emoji replaced, and what is left
 * has no dot that could make another link of it.
 * https://docs.x.com/fundamentals/counting-characters
 */
export function weighText(text: string): number {
  const composed = text.normalize();
  const links = twitterText.extractUrlsWithIndices(composed);
  const rest = [...links].reverse().reduce((left, { indices: [begin, end] }) => {
    return `${left.slice(0, begin)}\n${left.slice(end)}`;
  }, composed);
  const { weightedLength } = twitterText.parseTweet(rest.replace(emoji, twoWeights).replaceAll('.', ','));
  return weightedLength + links.length * (23 - 1);
}
