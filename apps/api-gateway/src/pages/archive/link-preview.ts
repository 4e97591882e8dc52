import { type Html, html } from '../html.js';

interface Preview {
  readonly title: string;
  readonly description: string;
  /** With the origin: whoever draws a preview is elsewhere. */
  readonly url: string;
  readonly siteName: string;
  readonly type?: 'website' | 'article';
  readonly picture?: { readonly url: string; readonly altText: string } | undefined;
  /** The path that the feeds of this page are at, without their endings. */
  readonly feeds?: string;
}

/** What other sites show of a link to this page (ogp.me), and where its feeds are. Nothing is loaded for it. */
export const previewOf = ({
  type = 'website',
  picture,
  feeds,
  ...shown
}: Preview): Html => html`<meta property="og:type" content="${type}">
<meta property="og:title" content="${shown.title}">
<meta property="og:description" content="${shown.description}">
<meta property="og:url" content="${shown.url}">
<meta property="og:site_name" content="${shown.siteName}">
<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">
${picture ? html`<meta property="og:image" content="${picture.url}">\n<meta property="og:image:alt" content="${picture.altText}">\n` : null}${
  feeds
    ? html`<link rel="alternate" type="application/atom+xml" title="${shown.title}" href="${feeds}.atom">
<link rel="alternate" type="application/feed+json" title="${shown.title}" href="${feeds}.json">
`
    : null
}`;
