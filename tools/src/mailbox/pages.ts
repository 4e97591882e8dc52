import type { Mail } from './mailbox.js';

const style = `
:root { color-scheme: light dark; --paper: #fffdf9; --ink: #1f1b2d; --line: #8a8398; --accent: #4b1f86; }
@media (prefers-color-scheme: dark) { :root { --paper: #15121c; --ink: #f5f1fa; --line: #8f86a3; --accent: #d9c2ff; } }
body { margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 46rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.625rem; line-height: 1.25; }
a { color: var(--accent); display: block; padding: .625rem 0; min-height: 44px; box-sizing: border-box; }
li { border-bottom: 1px solid var(--line); padding: .5rem 0; } li a { font-weight: 700; } li p { margin: 0; } ul { list-style: none; padding: 0; }
iframe { width: 100%; height: 36rem; border: 2px solid var(--line); background: #fff; } iframe.narrow { width: 320px; max-width: 100%; }
nav a, dl { margin: 0; } nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; } nav a[aria-current] { font-weight: 700; text-decoration: none; color: var(--ink); }
dt { font-weight: 700; } dd { margin: 0 0 .5rem; }
label { display: block; } textarea { width: 100%; min-height: 6rem; box-sizing: border-box; font: inherit; background: var(--paper); color: var(--ink); border: 2px solid var(--line); }
button { font: inherit; min-height: 44px; min-width: 44px; padding: .5rem 1.25rem; margin: .5rem 0; border: 0; border-radius: 8px; background: var(--accent); color: var(--paper); }
pre { white-space: pre-wrap; font: inherit; border-left: 4px solid var(--accent); padding-left: 1rem; }`;

export const listPage = (mails: readonly Mail[]): string =>
  frame(
    'Mailbox',
    `<h1>Mailbox</h1><p>Every mail this Baton would have sent. Nothing leaves this computer.</p>
${mails.length === 0 ? '<p>No mail yet.</p>' : `<ul>${mails.toReversed().map(line).join('')}</ul>`}`,
  );

const guises = ['text', 'light', 'dark', 'narrow'] as const;
/** How a mail is looked at: its text, or its HTML as people meet it. */
export type Guise = (typeof guises)[number];

const nameOf: Readonly<Record<Guise, string>> = {
  text: 'Text',
  light: 'On a desk',
  dark: 'At night',
  narrow: 'On a small phone',
};

/** HTML first, as most readers do, where a mail has any. */
export const guiseIn = (query: URLSearchParams, { html }: Mail): Guise =>
  html === '' ? 'text' : (guises.find((guise) => guise === query.get('as')) ?? 'light');

export const mailPage = (mail: Mail, guise: Guise, hasDoor: boolean): string =>
  frame(
    mail.subject,
    `<a href="/">All mails</a><h1>${escapeHtml(mail.subject)}</h1><p>To ${escapeHtml(mail.to)}, ${time(mail)}</p>
${headers(mail)}${mail.html === '' ? '' : ways(mail, guise)}
${guise === 'text' ? `<pre>${escapeHtml(mail.text)}</pre>` : htmlOf(mail, guise)}
${hasDoor && mail.returnTo.startsWith('bounce+') ? deeds(mail) : ''}`,
  );

export const donePage = (mail: Mail, said: string): string =>
  frame(
    'Handed in',
    `<h1>Handed in</h1><p>Baton’s mail door said: ${escapeHtml(said)}</p><a href="/mail/${mail.id}">Back to the mail</a>`,
  );

function headers({ from, replyTo, listUnsubscribe }: Mail): string {
  const named = [
    ['From', from],
    ['Answers go to', replyTo],
    ['No more of these', listUnsubscribe],
  ].filter(([, value]) => value);
  const rows = named.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  return rows.length > 0 ? `<dl>${rows.join('')}</dl>` : '';
}

const ways = ({ id }: Mail, current: Guise): string =>
  `<nav aria-label="How to look at it">${guises
    .map(
      (guise) =>
        `<a href="/mail/${id}?as=${guise}"${guise === current ? ' aria-current="page"' : ''}>${nameOf[guise]}</a>`,
    )
    .join('')}</nav>`;

/** In a frame that may do nothing at all. Whether it is dark is told by the page and not by this computer. */
function htmlOf({ html, subject }: Mail, guise: Guise): string {
  const media = guise === 'dark' ? 'all' : 'not all';
  const shown = html.replaceAll('(prefers-color-scheme: dark)', media);
  return `<iframe sandbox="" title="${escapeHtml(subject)}" class="${guise}" srcdoc="${escapeHtml(shown)}"></iframe>`;
}

const deeds = ({ id, replyTo }: Mail): string => `<h2>As its reader</h2>
${
  replyTo.includes('reply+')
    ? `<form method="post" action="/mail/${id}/reply"><label for="words">Your answer</label><textarea id="words" name="words" required></textarea><button>Reply</button></form>`
    : ''
}
<form method="post" action="/mail/${id}/bounce"><button>Bounce: nobody is at this address</button></form>
<form method="post" action="/mail/${id}/complain"><button>Complain: I did not want this</button></form>`;

const line = (mail: Mail): string =>
  `<li><a href="/mail/${mail.id}">${escapeHtml(mail.subject)}</a><p>To ${escapeHtml(mail.to)}, ${time(mail)}</p></li>`;

const time = ({ receivedAt }: Mail): string =>
  `<time datetime="${receivedAt}">${new Date(receivedAt).toLocaleTimeString('en-GB')}</time>`;

const frame = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Mailbox</title><style>${style}</style></head><body><main>${content}</main></body></html>`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
