import type { OwnPost } from '../x/x-account.js';

/** A post that X may have. */
export interface SoughtPost {
  readonly text: string;
  readonly replyToXPostId: string | null;
}

/**
 * The post of the timeline that is the one sought: same text, same place in its conversation, and not
 * known as another of ours. Of several the earliest. X refuses two posts of the same text close together.
 */
export function findOnTimeline(
  sought: SoughtPost,
  timeline: readonly OwnPost[],
  alreadyOurs: ReadonlySet<string>,
): OwnPost | undefined {
  const text = asCompared(sought.text);
  return timeline
    .filter((post) => !alreadyOurs.has(post.xPostId))
    .filter((post) => (post.replyToXPostId ?? null) === sought.replyToXPostId)
    .filter((post) => asCompared(post.text) === text || withoutAddressees(post, text))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())[0];
}

/** X puts the handles of those who are answered in front of a reply's text. */
const withoutAddressees = (post: OwnPost, text: string): boolean =>
  post.replyToXPostId !== undefined && asCompared(post.text.replace(/^(?:@\w+\s+)+/, '')) === text;

/**
 * What X changes in a text is taken off both sides: it escapes `&`, `<` and `>`, adds a link for the
 * pictures at the end, completes links, composes accents, and trims.
 */
const asCompared = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(
      /\s*https?:\/\/(?:t\.co\/\w+|(?:x|twitter)\.com\/\S+\/(?:photo|video)\/\d+|pic\.(?:x|twitter)\.com\/\w+)\s*$/i,
      '',
    )
    .replaceAll(/https?:\/\//gi, '')
    .replaceAll(/(\.\w{2,24})\/(?=\s|$)/g, '$1')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim();
