/** How a mail program introduces lines that it marks with “>”, in the languages people write to us in. */
const introductions: readonly RegExp[] = [
  /^\s*On\b.{0,200}\bwrote:\s*$/i,
  /^\s*Ar\b.{0,200}\bysgrifennodd\b.{0,100}:\s*$/i,
  /^\s*Am\b.{0,200}\bschrieb\b.{0,100}:\s*$/i,
  /^\s*Le\b.{0,200}\ba écrit\s*:\s*$/i,
  /^\s*El\b.{0,200}\bescribió:\s*$/i,
];
/** How others introduce a whole mail that stands below without a mark. */
const headings: readonly RegExp[] = [
  /^\s*-{2,}\s*(original message|forwarded message|neges wreiddiol)\s*-{2,}\s*$/i,
  /^_{20,}\s+\*?(from|oddi wrth|von|de):/i,
  /^\s*\*?(from|oddi wrth|von|de):\*?\s.*\b(sent|anfonwyd|gesendet|date|envoyé|to|subject):/i,
];
const signature = /^-- ?$/;
/** Further down nobody looks for where a quote begins; what stands there is kept. */
const linesLookedAt = 2000;
/** What may lie between an introduction and its quote. */
const mostBlankLines = 5;

/**
 * What somebody wrote themself in an answer, above, between or below what they answer: without the lines that mail programs
 * mark with “>” and what introduces them, without signatures, and without a whole mail that stands unmarked at the end.
 * Where that leaves nothing, all of it: too much is better than losing what somebody wrote. Keys of links are blanked, so
 * that nobody who reads an answer has the link of who wrote it. Pure.
 */
export function stripQuotes(text: string): string {
  const plain = text.replaceAll(/\r\n?/g, '\n').trim();
  const own = ownLines(plain.split('\n'))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return (own || plain).replaceAll(/([?&]token=)[\w-]{20,}/g, '$1…');
}

function ownLines(lines: readonly string[]): string[] {
  const own: string[] = [];
  let isSignature = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const quote = line.startsWith('>') ? { lines: 1 } : at < linesLookedAt ? quoteAt(lines, at) : undefined;
    if (quote === 'rest') return own;
    if (quote) at += quote.lines - 1;
    if (quote) isSignature = false;
    else if (at < linesLookedAt && signature.test(line)) isSignature = true;
    else if (!isSignature) own.push(line);
  }
  return own;
}

/** How many lines introduce a quote here; `rest`: all that follows is one. */
function quoteAt(lines: readonly string[], at: number): { readonly lines: number } | 'rest' | undefined {
  const line = lines[at] ?? '';
  if (line.length >= 300) return undefined;
  const next = lines[at + 1] ?? '';
  const inTwo = next.startsWith('>') ? line : `${line.trimEnd()} ${next.trimStart().slice(0, 300)}`;
  const isOne = (all: readonly RegExp[], words: string) => all.some((one) => one.test(words));
  if (isOne(introductions, line) && isFollowedByMark(lines, at + 1)) return { lines: 1 };
  if (line.trim() === '') return undefined;
  if (isOne(introductions, inTwo) && isFollowedByMark(lines, at + 2)) return { lines: 2 };
  if (!isOne(headings, line) && !isOne(headings, inTwo)) return undefined;
  return isFollowedByMark(lines, at + 1) ? { lines: 1 } : 'rest';
}

/** Whether lines with a mark follow, or none at all. */
function isFollowedByMark(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + mostBlankLines + 1).find((line) => line.trim() !== '');
  return next === undefined ? from + mostBlankLines >= lines.length : next.startsWith('>');
}
