import type { Mail } from './mailbox.js';

const style = `
:root { color-scheme: light dark; --paper: #fffdf9; --ink: #1f1b2d; --line: #8a8398; --accent: #4b1f86; }
@media (prefers-color-scheme: dark) { :root { --paper: #15121c; --ink: #f5f1fa; --line: #8f86a3; --accent: #d9c2ff; } }
body { margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 46rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.625rem; line-height: 1.25; }
a { color: var(--accent); display: block; padding: .625rem 0; min-height: 44px; box-sizing: border-box; }
li { border-bottom: 1px solid var(--line); padding: .5rem 0; } li a { font-weight: 700; } li p { margin: 0; } ul { list-style: none; padding: 0; }
pre { white-space: pre-wrap; font: inherit; border-left: 4px solid var(--accent); padding-left: 1rem; }`;

export const listPage = (mails: readonly Mail[]): string =>
  frame(
    'Mailbox',
    `<h1>Mailbox</h1><p>Every mail this Baton would have sent. Nothing leaves this computer.</p>
${mails.length === 0 ? '<p>No mail yet.</p>' : `<ul>${mails.toReversed().map(line).join('')}</ul>`}`,
  );

export const mailPage = (mail: Mail): string =>
  frame(
    mail.subject,
    `<a href="/">All mails</a><h1>${escapeHtml(mail.subject)}</h1><p>To ${escapeHtml(mail.to)}, ${time(mail)}</p><pre>${escapeHtml(mail.text)}</pre>`,
  );

const line = (mail: Mail): string =>
  `<li><a href="/mail/${mail.id}">${escapeHtml(mail.subject)}</a><p>To ${escapeHtml(mail.to)}, ${time(mail)}</p></li>`;

const time = ({ receivedAt }: Mail): string =>
  `<time datetime="${receivedAt}">${new Date(receivedAt).toLocaleTimeString('en-GB')}</time>`;

const frame = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Mailbox</title><style>${style}</style></head><body><main>${content}</main></body></html>`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
