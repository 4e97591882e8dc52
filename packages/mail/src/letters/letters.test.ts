import { describe, expect, it } from '@jest/globals';
import { htmlOf } from '../html-of-text.js';
import { allLetters } from './all-letters.js';
import { checkWords, warningsIn } from './check-words.js';
import { defineLetter, type LetterLanguage, type LetterWords } from './define-letter.js';
import { fillIn, samplesOf } from './fill-in.js';
import { illnessIn } from './illness-words.js';
import { charity, penName, signIn } from './places.js';

const everyLetter = [...allLetters.values()].flatMap((letter) =>
  (Object.keys(letter.words) as LetterLanguage[]).map((language) => ({
    called: `${letter.name} (${language})`,
    filled: fillIn(letter, samplesOf(letter), { language }),
  })),
);
const sample = String(charity.sample);

describe.each(everyLetter)('the letter $called', ({ filled }) => {
  const { subject, text, preview = '' } = filled;

  it('names no charity and no illness where a locked screen shows it', () => {
    for (const shown of [subject, preview, text.slice(0, preview.length)]) {
      expect(shown).not.toContain(sample);
      expect(illnessIn(shown.replace('Robin', ''))).toBeUndefined();
    }
  });

  it('says in the text whom it is from, and begins with its opening', () => {
    expect(text.trim().split('\n').at(-1)).toBe(sample);
    expect(text.startsWith(`${preview}\n\n`)).toBe(true);
  });

  it('has sentences of at most twenty words, so that it reads with a tired head', () => {
    const sentences = text.split(/[.?!:]\s|\n{2,}|\n/).map((sentence) => sentence.split(/\s+/).length);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(20);
  });

  it('is plain text, with each link on a line of its own', () => {
    expect(text).not.toMatch(/<[a-z/!]|&[a-z]+;|\*\*/i);
    const lines = text.split('\n').filter((line) => line.includes('://'));
    for (const line of lines) expect(line).toMatch(/^https:\S+$/);
  });

  it('has no gap where something was to be filled in', () => {
    expect(`${subject} ${text}`).not.toMatch(/undefined|null|NaN|\n{3,}|Invalid|[{}]/);
  });

  it('is written in its language in HTML, shows nothing after its opening in a list, and loads nothing', () => {
    const html = htmlOf(filled);
    expect(html).toContain(`<html lang="${filled.language}">`);
    expect(html.indexOf('max-height:0')).toBeGreaterThan(html.indexOf('</p>'));
    expect(html.indexOf('max-height:0')).toBeLessThan(html.indexOf('<p>', html.indexOf('</p>')));
    expect(html).not.toMatch(/src=|url\(|<link|<script/);
  });
});

describe('the first letter to an address nobody has proved', () => {
  it('says nothing that the sender chose', () => {
    for (const name of ['applicationReceived', 'appliedAlready', 'ownLink'])
      expect(Object.keys(allLetters.get(name)?.places ?? {})).toEqual(['charity', 'ownPage']);
  });
});

describe('filling in a letter', () => {
  const typed = { about: 'what somebody typed', sample: 'x', hidden: true } as const;
  const letter = defineLetter({
    name: 'greeting',
    about: 'For this test.',
    places: { penName, signIn, typed },
    words: {
      en: {
        subject: 'Hello {penName}',
        opening:
          'Hello {penName}, this is an opening that is long enough to fill what a list of mails shows.',
        text: 'Please come in:\n{signIn}\n\n{typed}\n\nGoodbye',
      },
    },
  });
  const values = { penName: 'Robin', signIn: 'https://baton.example/in', typed: '' };

  it('leaves no hole where a paragraph has nothing to say', () => {
    expect(fillIn(letter, values).text).toMatch(/baton\.example\/in\n\nGoodbye\n$/);
  });

  it('fills in once: braces that somebody typed stay braces', () => {
    const { text } = fillIn(letter, { ...values, typed: 'I write {penName} and {code}' });
    expect(text).toContain('I write {penName} and {code}');
  });

  it('makes a button of its own link alone, whatever somebody typed', () => {
    const filled = fillIn(letter, { ...values, typed: 'https://evil.example\n    BIG' });
    const html = htmlOf(filled);
    expect(html).toContain('href="https://baton.example/in"');
    expect(html).toContain('>Sign in</a>');
    expect(html).not.toContain('href="https://evil.example"');
    expect(html).not.toContain('<strong>');
  });

  it('writes the English words where a language has none, and says so', () => {
    expect(fillIn(letter, values, { language: 'cy' }).language).toBe('en');
  });

  it('lets a pen name break no line of a subject', () => {
    expect(fillIn(letter, { ...values, penName: 'A\r\nBcc: x@y.example' }).subject).toBe(
      'Hello A Bcc: x@y.example',
    );
  });

  it('writes a charity’s own words in place of ours', () => {
    const own = { subject: 'Hiya', opening: 'Hiya {penName}', text: 'In here:\n{signIn}' };
    expect(fillIn(letter, values, { own }).text).toBe('Hiya Robin\n\nIn here:\nhttps://baton.example/in\n');
  });
});

describe('checking a charity’s own words', () => {
  const letter = allLetters.get('applicationAccepted');
  if (!letter) throw new Error('no such letter');
  const good: LetterWords = letter.words.en;
  const problems = (change: Partial<LetterWords>) =>
    checkWords(letter, { ...good, ...change }).map(({ part, problem }) => `${part} ${problem}`);

  it('finds nothing wrong with ours', () => {
    expect(problems({})).toEqual([]);
  });

  it('names a place that is not there, and the one that was meant', () => {
    expect(problems({ subject: 'For {penname}' })).toEqual([
      'subject has {penname}, which cannot be filled in; it can have {charity}, {penName}, {signIn}; did you mean {penName}?',
    ]);
  });

  it('finds a brace that is not closed', () => {
    expect(problems({ text: `${good.text} {penName` })).toEqual([
      'text has a brace that does not belong to a place; a place looks like {penName}',
    ]);
  });

  it('misses what the letter would be of no use without', () => {
    expect(problems({ text: 'Welcome!' })).toEqual([
      'text lacks {signIn} (the address where they sign in), without which the letter is of no use',
    ]);
  });

  it.each([
    'Your MS weekend',
    'About your diagnosis',
    'For people with multiple sclerosis',
    'A note to MSers',
  ])('lets no illness show on a locked screen: %s', (subject) => {
    expect(problems({ subject })).toEqual([expect.stringContaining('tells of an illness')]);
  });

  it('takes Ms for a title, and me for a person', () => {
    expect(problems({ subject: 'Ms Robin, tell me more' })).toEqual([]);
  });

  it('lets neither the charity’s name nor a link show there', () => {
    expect(problems({ subject: 'From {charity}' })).toEqual([
      expect.stringContaining('cannot have {charity}'),
    ]);
    expect(problems({ opening: `${good.opening} {signIn}` })).toEqual([
      expect.stringContaining('cannot have {signIn}'),
    ]);
  });

  it('wants a link on a line of its own, and an opening that fills what a list shows', () => {
    expect(problems({ text: 'Come in at {signIn} now' })).toEqual([
      expect.stringContaining('a line of its own'),
    ]);
    expect(problems({ opening: 'Hi.' })).toEqual([expect.stringContaining('too short')]);
  });

  it('says how long each part may be', () => {
    expect(problems({ subject: 'x'.repeat(81) })).toEqual(['subject has 81 characters; 80 fit']);
    expect(problems({ text: ' ' })).toContain('text is empty');
  });
});

describe('a sentence that is hard to read', () => {
  const long = `${'word '.repeat(26).trim()}.`;

  it('is told, with its beginning, and is no problem', () => {
    const letter = allLetters.get('applicationReceived');
    const words = { ...(letter?.words.en as LetterWords), text: `Short. ${long}\nShort again.` };
    expect(warningsIn(words)).toEqual([
      { part: 'text', problem: expect.stringMatching(/more than 25 words.*“word word/) },
    ]);
    expect(letter && checkWords(letter, words)).toEqual([]);
  });
});

describe('a letter beyond those that somebody’s part needs', () => {
  it('cannot be declared without a way to get no more of them', () => {
    const words = { en: { subject: 'Hi', opening: 'x'.repeat(60), text: 'y' } };
    const declare = () => defineLetter({ name: 'ad', kind: 'extra', about: 'x', places: { penName }, words });
    expect(declare).toThrow('how to get no more');
  });
});
