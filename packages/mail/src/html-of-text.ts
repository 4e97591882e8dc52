import type { Letter } from './mailer.js';

/** Large type, wide lines, black on white (21:1), no pictures: nothing is loaded, so nobody learns that it was read. */
const bodyStyle =
  'margin:0 auto;max-width:36em;padding:16px;font:18px/1.6 Arial,sans-serif;color:#000;background:#fff';
const linkStyle = 'color:#00007a;overflow-wrap:anywhere';
const buttonStyle =
  'display:inline-block;margin:8px 0;padding:12px 24px;border-radius:8px;background:#00007a;color:#fff;font-weight:bold;text-decoration:none';

/** For readers that are dark: mail programs that know no media queries keep black on white. */
const dark = `@media (prefers-color-scheme: dark) {
body { background: #15121c !important; color: #f5f1fa !important; }
a { color: #cfd4ff !important; } a.button { background: #cfd4ff !important; color: #15121c !important; }
}`;

/**
 * The same mail for readers that prefer HTML: an empty line ends a paragraph, an indented line stands out, a line that
 * is a link can be pressed, by its name where it has one. Links inside a sentence stay text: somebody else may have typed
 * them; in a letter with named links, so does every other.
 */
export function htmlOf({ subject, text, preview, language = 'en', buttons }: Letter): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        `<p>${paragraph
          .split('\n')
          .map((line) => lineOf(line, buttons))
          .join('<br>\n')}</p>`,
    );
  if (preview) paragraphs.splice(1, 0, nothingMore);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${dark}</style></head>
<body style="${bodyStyle}">
${paragraphs.join('\n')}
</body>
</html>
`;
}

/** Invisible, so that a list of mails shows the opening and nothing of what comes after it. */
const nothingMore = `<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden">${'&#847;&zwnj;&nbsp;'.repeat(80)}</div>`;

function lineOf(line: string, buttons: Letter['buttons']): string {
  const address = line.trim();
  const words = escapeHtml(address);
  const name = buttons?.[address];
  if (name) return `<a class="button" href="${words}" style="${buttonStyle}">${escapeHtml(name)}</a>`;
  if (!buttons && /^https?:\/\/\S+$/.test(address))
    return `<a href="${words}" style="${linkStyle}">${words}</a>`;
  return line.startsWith('    ') ? `<strong>${words}</strong>` : words;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
