import twitterText from 'twitter-text';

export interface UrlEntity {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly expanded_url: string;
  readonly display_url: string;
  readonly media_key?: string;
}

export interface PostEntities {
  readonly urls: readonly UrlEntity[];
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly username: string }[];
  readonly hashtags: readonly { readonly start: number; readonly end: number; readonly tag: string }[];
}

/** A link as X shortens it: always 23 characters. */
export interface ShortLink {
  readonly url: string;
  readonly expandedUrl: string;
  readonly mediaKey?: string;
}

/** Where links, mentions and tags stand in the final text, counted in code points as X counts them. */
export function findEntities(text: string, links: readonly ShortLink[]): PostEntities {
  const found = twitterText.extractEntitiesWithIndices(text);
  twitterText.modifyIndicesFromUTF16ToUnicode(text, found);
  const urls: UrlEntity[] = [];
  const mentions: PostEntities['mentions'][number][] = [];
  const hashtags: PostEntities['hashtags'][number][] = [];
  for (const entity of found) {
    const [start, end] = entity.indices;
    if ('screenName' in entity) mentions.push({ start, end, username: entity.screenName });
    else if ('hashtag' in entity) hashtags.push({ start, end, tag: entity.hashtag });
    else if ('url' in entity) {
      const link = links.find(({ url }) => url === entity.url);
      if (link) urls.push(asUrlEntity(link, start, end));
    }
  }
  return { urls, mentions, hashtags };
}

function asUrlEntity(link: ShortLink, start: number, end: number): UrlEntity {
  return {
    start,
    end,
    url: link.url,
    expanded_url: link.expandedUrl,
    display_url: displayed(link.expandedUrl),
    ...(link.mediaKey === undefined ? {} : { media_key: link.mediaKey }),
  };
}

/** X shows a link without its protocol and cut after about 26 characters. */
function displayed(url: string): string {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '');
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
}
