import { createHash } from 'node:crypto';
import twitterText from 'twitter-text';
import { findEntities, type PostEntities, type ShortLink } from './entities.js';

export interface RenderedText {
  readonly text: string;
  readonly entities: PostEntities;
}

/**
 * What X stores for what was typed. Whoever reads a post back (to reconcile an unknown outcome, say) gets this
 * text, not the typed one: mentions of a reply in front, links as t.co, a link for the pictures, `& < >` escaped.
 */
export function renderText(post: {
  readonly id: string;
  readonly username: string;
  readonly written: string;
  readonly replyMentions: readonly string[];
  readonly mediaKeys: readonly string[];
}): RenderedText {
  const typed = shortenLinks(post.id, post.written);
  const mentions = post.replyMentions.map((username) => `@${username}`);
  const pictures = pictureLink(post);
  const text = [...mentions, escapeForX(typed.text), ...(pictures ? [pictures.url] : [])]
    .filter((part) => part !== '')
    .join(' ');
  const links = [...typed.links, ...(pictures ? [pictures] : [])];
  return { text, entities: findEntities(text, links) };
}

/** Whether the author wrote a link, which makes a post dearer. X links bare `example.com` too. */
export function containsUrl(written: string): boolean {
  return findUrls(written).length > 0;
}

function findUrls(written: string) {
  return twitterText.extractUrlsWithIndices(written, { extractUrlsWithoutProtocol: true });
}

function shortenLinks(postId: string, written: string): { text: string; links: readonly ShortLink[] } {
  const links: ShortLink[] = [];
  let text = '';
  let from = 0;
  for (const found of findUrls(written)) {
    const [start, end] = found.indices;
    const link = {
      url: shortUrl(`${postId}/${links.length}`),
      expandedUrl: /^https?:\/\//i.test(found.url) ? found.url : `http://${found.url}`,
    };
    links.push(link);
    text += written.slice(from, start) + link.url;
    from = end;
  }
  return { text: text + written.slice(from), links };
}

function pictureLink(post: {
  id: string;
  username: string;
  mediaKeys: readonly string[];
}): ShortLink | undefined {
  const [mediaKey] = post.mediaKeys;
  if (mediaKey === undefined) return undefined;
  return {
    url: shortUrl(`${post.id}/media`),
    expandedUrl: `https://x.com/${post.username}/status/${post.id}/photo/1`,
    mediaKey,
  };
}

function shortUrl(seed: string): string {
  const code = createHash('sha256').update(seed).digest('base64').replace(/[+/=]/g, '').slice(0, 10);
  return `https://t.co/${code}`;
}

function escapeForX(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
