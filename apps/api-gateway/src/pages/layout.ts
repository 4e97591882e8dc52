import type { Brand, Language } from '@baton/contracts';
import { Html, html } from './html.js';
import { style } from './style.js';

/** The frame of every page; in a charity's own colours where it has chosen some. */
export function page(
  title: string,
  content: Html,
  brand: Brand | null = null,
  { language = 'en', ownStyle, isFramed = false, head, description = whatWeDo }: Look = {},
): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<title>${title} · Baton</title>
${head}<style>${style}${brand && coloursOf(brand)}${ownStyle}</style>
</head>
<body>
${isFramed ? null : above}<main id="content">${content}</main>
${isFramed ? null : below}</body>
</html>`.source;
}

interface Look {
  readonly language?: Language;
  /** Rules of this page alone. */
  readonly ownStyle?: Html;
  /** Shown inside a page of somebody else: nothing but the content. */
  readonly isFramed?: boolean;
  /** What a page says in its head beside its title: feeds, and what a preview of a link to it shows. */
  readonly head?: Html;
  readonly description?: string;
}

const whatWeDo = 'Hand your charity’s account to someone living with the condition, every weekend.';

const above = html`<a class="skip" href="#content">Skip to the content</a>
<header><a class="brand" href="/">Baton</a></header>
`;
const below = html`<footer><p><a href="/">Start</a> <a href="/your-sign-in">Your sign-in</a> <a href="/reference">API reference</a></p></footer>
`;

/** Colours are checked where they are set: six hexadecimal digits, nothing that could end the style. */
const coloursOf = ({ colour, colourOnDark }: Brand): Html =>
  new Html(
    `:root { --accent: ${colour}; } @media (prefers-color-scheme: dark) { :root { --accent: ${colourOnDark}; } }`,
  );

/** An instant for people, the machine's form beside it: Friday 27 November at 17:30. */
export const moment = (instant: string, zone: string, locale = 'en-GB'): Html =>
  time(
    instant,
    zone,
    { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
    locale,
  );

/** An instant where the day is plain from what stands around it: Fri 17:30:05. */
export const clockTime = (instant: string, zone: string): Html =>
  time(instant, zone, { weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });

const time = (instant: string, zone: string, form: Intl.DateTimeFormatOptions, locale = 'en-GB'): Html =>
  html`<time datetime="${instant}">${new Intl.DateTimeFormat(locale, { ...form, timeZone: zone }).format(new Date(instant))}</time>`;
