import twitterText from 'twitter-text';
import type { Span } from '../reading/span.js';

/** Longer ones X does not take for a link, and twitter-text's time grows with the square of what has no gap in it. */
const longestLink = 4096;

/** With the gap before it, which has a say in whether it is a link. The last sign is no gap: X sees no link behind it. */
const withoutGap = /\s?[\S\ufeff]+/gu;

export interface LinkOnX extends Span {
  readonly url: string;
}

/** The links of a text as X shows them: `example.com` is one. Between two of them there is a gap or a sign, and none has a gap in it. */
export const linksOnX = (text: string): LinkOnX[] =>
  [...text.matchAll(withoutGap)]
    .filter(([stretch]) => stretch.includes('.') && stretch.length <= longestLink)
    .flatMap(({ 0: stretch, index }) =>
      twitterText
        .extractUrlsWithIndices(stretch)
        .map(({ url, indices: [from, to] }) => ({ url, from: index + from, to: index + to })),
    );
