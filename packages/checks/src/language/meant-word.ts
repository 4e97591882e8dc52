/**
 * The word somebody most likely meant: letters that stand for others ("sh1t"), hidden ones ("k*ll"), drawn-out ones
 * ("soooo") and one slip of the finger ("suicdal"). Slips are mended in long words only, towards `vocabulary`, and never
 * where the word is one of its own.
 */
export function meantWord(typed: string, vocabulary: Vocabulary): string {
  if (vocabulary.words.has(typed) || typed.length > longestWord) return typed;
  if (typed.includes('*')) return hidden(typed, vocabulary) ?? typed.replaceAll('*', '');
  const spelt = standIns(typed);
  const short = drawnOut(spelt, vocabulary);
  if (vocabulary.words.has(short) || realWords.has(short)) return short;
  for (const guess of [short, ...withoutOne(short)]) {
    const meant = vocabulary.oneLetterOff.get(guess);
    if (meant !== undefined && isOneSlip(short, meant)) return meant;
  }
  return short;
}

export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  /** Long words without one of their letters, and what they are (as in SymSpell, Garbe 2012). */
  readonly oneLetterOff: ReadonlyMap<string, string>;
}

const longestWord = 24;
const longEnoughToMend = 6;

/** Words that are one letter from one that matters. */
const realWords = new Set(
  `olive alike aline loving giving living letter butter bitter latter batter betters burdens harding farming harmony warming
  arming hiding hurling burning turning herself himself yourself patient table tablet tables cuttings putting gutting
  pointing painless stringy strengths existed exiting exciting excited tomorrows forevers others another brother mother
  father bother bothers sister mister resister steroid worthy worthwhile witless without within decided decide
  planing planting planning panning starting starving staring staying saying sating sewing swing striving driving
  diving dining during being seeing burgers burden garden gardens harden hardens leaving heaving weaving hearing
  nothings anything something everything breathing breathe breath friends friendly fiend trapped tapped strapped wrapped
  finished finish furnish vanished cured cursed insure ensure tired tried fired hired wired failed sailed mailed
  hidden bidden ridden ending sending bending mending lending tending vending pending lasting pasting fasting casting
  strangle strangled struggle struggled tangled mangled dangled choked joked poked stoked chocked taking making baking raking
  waking faking asking shaking talking walking letters setters getters wheels chairs hitting sitting fitting kitting
  slapped clapped snapped swapped flapped punched lunched munched bunched hunched beating heating seating bearing
  kicked picked ticked licked nicked locked rocked docked socked mocked knocked blocked forced horses hoped helped`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

export function vocabularyOf(words: ReadonlySet<string>): Vocabulary {
  const oneLetterOff = new Map<string, string>();
  for (const word of words) {
    if (word.length < longEnoughToMend) continue;
    for (const key of [word, ...withoutOne(word)]) oneLetterOff.set(key, word);
  }
  return { words, oneLetterOff };
}

const signs: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'l' },
};

/** Signs and digits that stand for letters; a number with its unit ("40mg", "10k") stays. */
const standIns = (typed: string): string =>
  /^\d+\p{L}*$/u.test(typed) || !/\p{L}/u.test(typed)
    ? typed
    : typed.replace(/[0134578@$!|]/g, (sign) => signs[sign] ?? sign);

const drawnOut = (word: string, { words }: Vocabulary): string => {
  if (!/(.)\1\1/u.test(word)) return word;
  const twice = word.replace(/(.)\1{2,}/gu, '$1$1');
  return words.has(twice) ? twice : word.replace(/(.)\1{2,}/gu, '$1');
};

/** A word with stars in it, if only stars keep it from being one that matters. */
function hidden(typed: string, { words }: Vocabulary): string | undefined {
  const shown = typed.replaceAll('*', '');
  if (shown.length < 2) return undefined;
  const shape = new RegExp(`^${typed.replace(/\*/g, '\\p{L}').replace(/[^\p{L}\p{N}\\{}]/gu, '')}$`, 'u');
  return [...words].find((word) => word.length === typed.length && shape.test(word));
}

const withoutOne = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** One letter too many, too few, another, or two in the wrong order. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
