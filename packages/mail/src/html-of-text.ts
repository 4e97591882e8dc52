import type { Letter } from './mailer.js';

/** Large type, wide lines, black on white (21:1), no pictures: nothing is loaded, so nobody learns that it was read. */
const style =
  'margin:0 auto;max-width:36em;padding:16px;font:18px/1.6 Arial,sans-serif;color:#000;background:#fff';

/**
 * The same mail for readers that prefer HTML: an empty line ends a paragraph, an indented line stands out, a line that
 * is a link can be pressed. Links inside a sentence stay text: somebody else may have typed them.
 */
export function htmlOf({ subject, text }: Letter): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineOf).join('<br>\n')}</p>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="${style}">
${paragraphs.join('\n')}
</body>
</html>
`;
}

function lineOf(line: string): string {
  const words = escapeHtml(line.trim());
  if (/^https?:\/\/\S+$/.test(words))
    return `<a href="${words}" style="color:#00007a;overflow-wrap:anywhere">${words}</a>`;
  return line.startsWith('    ') ? `<strong>${words}</strong>` : words;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
