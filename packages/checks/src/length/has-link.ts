import twitterText from 'twitter-text';

/** X finds links as it shows them: `example.com` is one. */
export const hasLink = (text: string): boolean =>
  twitterText.extractUrls(text, { extractUrlsWithoutProtocol: true }).length > 0;
