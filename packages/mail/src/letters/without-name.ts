import type { LetterLanguage } from './define-letter.js';

const you: Readonly<Record<LetterLanguage, string>> = { en: 'you', cy: 'chi' };
const hello: Readonly<Record<LetterLanguage, string>> = { en: 'Hello', cy: 'Helo' };
/** After these something has to stand. */
const leadsToSomebody = /(?<!\p{L})(?:for|to|of|from|with|about|and|than|gan|at|am|i|a|gyda|oddi wrth)\s+$/iu;

/**
 * A line that reads well without the name in it: “Hello {penName}, yes” says “Hello, yes”, “You are ready, {penName}” says “You
 * are ready”, and where a sentence needs somebody it says “you”. Pure.
 */
export function withoutName(line: string, place: string, language: LetterLanguage): string {
  const name = `{${place}}`;
  if (!line.includes(name)) return line;
  const greeted = line.replace(/^(\s*)(?:Dear|Annwyl)\s+(?=\{)/u, `$1${hello[language]} `);
  const [start = '', ...parts] = greeted.split(name);
  const told = parts.reduce((before, after) => joined(before, after, language), start);
  const tidy = told.replaceAll(/[^\S\n]{2,}/g, ' ').trim();
  return line.trimStart().startsWith(name) ? tidy.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : tidy;
}

function joined(before: string, after: string, language: LetterLanguage): string {
  const ofTheirs = /^[’']s(?!\p{L})/u;
  if (ofTheirs.test(after)) return `${before}your${after.replace(ofTheirs, '')}`;
  if (leadsToSomebody.test(before)) return before + you[language] + after;
  if (before.trim() === '') return after.replace(/^[\s,;:!–-]+/u, '');
  return before.replace(/,?\s*$/, '') + (/^[\s,;:.!?–-]|^$/u.test(after) ? after : ` ${after}`);
}
