import type { listOpenCalls, OutputOf, PublicCall } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { type Html, html } from '../html.js';
import { moment } from '../layout.js';
import { hidden } from '../sign-in-pages.js';
import { formWords } from './form-words.js';

type Listed = OutputOf<typeof listOpenCalls>['calls'][number];

const locales = { en: 'en-GB', cy: 'cy-GB' } as const;

/** Several calls to choose from, or none just now. `along`: what every link to a form takes with it. */
export function callsPage({ name, slug, zone }: Charity, calls: readonly Listed[], along = ''): Html {
  const [next] = calls
    .filter(({ state }) => state === 'notYet')
    .toSorted((one, other) => ((one.opensAt ?? '') < (other.opensAt ?? '') ? -1 : 1));
  const others = calls.filter(({ state }) => state !== 'notYet');
  if (others.length > 0)
    return html`<h1>Take over ${name}</h1>
<p>Which one is for you?</p>
<ul class="plain">${others.map(({ callId, title, state }) => html`<li><a href="/c/${slug}/calls/${callId}${along}">${title}</a>${state === 'full' ? html` <span class="soft">(full just now)</span>` : null}</li>`)}</ul>
${next?.opensAt ? html`<p>Another one opens on ${moment(next.opensAt, zone)}.</p>` : null}`;
  return html`<h1>Nobody is asked for just now</h1>
${next?.opensAt ? html`<p>The next call opens on ${moment(next.opensAt, zone)}: <a href="/c/${slug}/calls/${next.callId}${along}">${next.title}</a></p>` : html`<p>${name} is not looking for anybody just now. Please look again in some weeks.</p>`}
<p><a href="/c/${slug}">Back to the charity’s page</a></p>`;
}

/** A call that nobody can apply to at this moment. */
export function notOpenPage({ slug, zone }: Charity, call: PublicCall): Html {
  const words = formWords[call.language];
  const said = { notYet: words.notYet, full: words.full, closed: words.closed, open: '' }[call.state];
  return html`<h1>${call.title}</h1>
<div class="panel"><p>${said}</p>
${call.state === 'notYet' && call.opensAt ? html`<p>${words.opensOn} ${moment(call.opensAt, zone, locales[call.language])}.</p>` : null}</div>
<p class="typed">${call.invitation}</p>
<p><a href="/c/${slug}">${words.back}</a></p>`;
}

export function thanksPage({ slug }: Charity, { language }: PublicCall, isFramed: boolean): Html {
  const words = formWords[language];
  return html`<h1>${words.thanks}</h1>
<p>${words.thanksText}</p>
<p>${words.thanksMail}</p>
${isFramed ? null : html`<p><a href="/c/${slug}">${words.back}</a></p>`}`;
}

/** For whoever is too young. Nothing is sent, and what was saved of it is thrown away. */
export const tooYoungPage = (
  { slug }: Charity,
  { language, minimumAge }: PublicCall,
  isFramed: boolean,
): Html =>
  html`<h1>${formWords[language].sorry}</h1>
<p>${formWords[language].tooYoung(minimumAge)}</p>
${isFramed ? null : html`<p><a href="/c/${slug}">${formWords[language].back}</a></p>`}`;

export function savedPage(
  { language }: PublicCall,
  { link, isMailed, isFramed }: { link: string; isMailed: boolean; isFramed: boolean },
): Html {
  const words = formWords[language];
  return html`<h1>${words.saved}</h1>
<p>${words.savedText}</p>
<p><a href="${link}"${isFramed ? html` target="_blank" rel="noopener"` : null}>${link}</a></p>
${isMailed ? html`<p>${words.savedMail}</p>` : null}`;
}

/** Where the link of a saved form leads. Opening it shows and changes nothing: only the buttons do. */
export const comeBackPage = ({ slug }: Charity, token: string): Html =>
  html`<h1>Your form is here</h1>
<p>Nothing has been sent yet.</p>
<form method="post" action="/c/${slug}/saved">${hidden('token', token)}<button type="submit">Go on with your form</button></form>
<form method="post" action="/c/${slug}/saved/discard">${hidden('token', token)}<button type="submit">Throw it away</button></form>`;

export const linkGonePage = ({ slug }: Charity, message: string): Html =>
  html`<h1>This link does not work</h1>
<div class="panel" role="alert"><p>${message}</p></div>
<p><a href="/c/${slug}/take-over">Begin a new form</a></p>`;

export const discardedPage = ({ slug }: Charity): Html =>
  html`<h1>It is thrown away</h1>
<p>Nothing of it is left here.</p>
<p><a href="/c/${slug}">Back to the charity’s page</a></p>`;
