/** Where a mail program puts what is answered, in the languages people write to us in. */
const introductions: readonly RegExp[] = [
  /^\s*On\b.{0,200}\bwrote:\s*$/i,
  /^\s*Ar\b.{0,200}\bysgrifennodd\b.{0,100}:\s*$/i,
  /^\s*Am\b.{0,200}\bschrieb\b.{0,100}:\s*$/i,
  /^\s*Le\b.{0,200}\ba écrit\s*:\s*$/i,
  /^\s*El\b.{0,200}\bescribió:\s*$/i,
  /^\s*-{2,}\s*(original message|forwarded message|neges wreiddiol)\s*-{2,}\s*$/i,
  /^_{20,}\s*$/,
  /^\s*\*?(from|oddi wrth|von|de):\*?\s.*\b(sent|anfonwyd|gesendet|date|envoyé|to|subject):/i,
];
const signature = /^-- ?$/;
/** Further down nobody looks for where the quote begins; what stands there is kept. */
const linesLookedAt = 2000;

/**
 * What somebody wrote themself in an answer: without what they answer, which mail programs repeat below or with a “>” before
 * each line, and without a signature. Pure. Where nothing is left nothing was written.
 */
export function stripQuotes(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const end = lines
    .slice(0, linesLookedAt)
    .findIndex((line, at) => beginsQuote(line, lines[at + 1] ?? '') || signature.test(line));
  return (end === -1 ? lines : lines.slice(0, end))
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** An introduction may be broken into two lines. */
const beginsQuote = (line: string, next: string): boolean =>
  line.length < 300 &&
  introductions.some((introduction) => introduction.test(line) || introduction.test(joined(line, next)));

const joined = (line: string, next: string): string =>
  line.trim() === '' || next.startsWith('>') ? line : `${line.trimEnd()} ${next.trimStart().slice(0, 300)}`;
