import { describe, expect, it } from '@jest/globals';
import { allLetters } from './all-letters.js';
import { defineLetter, type LetterLanguage } from './define-letter.js';
import { fillIn, type Manner, samplesOf } from './fill-in.js';
import { illnessIn } from './illness-words.js';
import { penName } from './places.js';

const everyLetter = [...allLetters.values()].flatMap((letter) =>
  (Object.keys(letter.words) as LetterLanguage[]).map((language) => ({
    called: `${letter.name} (${language})`,
    write: (name: string, manner: Manner = {}) =>
      fillIn(letter, { ...samplesOf(letter), penName: name }, { language, ...manner }),
  })),
);
const readsWell = (text: string) => {
  expect(text).not.toMatch(/ [,.?!;:]|^[,.?!;:]|,[.?!]| {2}|[{}]| $/m);
  expect(text.length).toBeGreaterThan(0);
};

describe.each(everyLetter)('the letter $called', ({ write }) => {
  it('P3: shows no illness that is in the name somebody chose, and reads well without it', () => {
    const { subject, preview = '', text } = write('Wobbly MSer');
    for (const shown of [subject, preview]) {
      expect(illnessIn(shown)).toBeUndefined();
      expect(shown).not.toContain('Wobbly');
      readsWell(shown);
    }
    expect(text.startsWith(preview)).toBe(true);
  });

  it('P3: shows no name at all to who asked for mails that tell nothing at a glance', () => {
    const { subject, preview = '' } = write('Zebedee', { discreet: true });
    for (const shown of [subject, preview]) expect(shown).not.toContain('Zebedee');
    readsWell(`${subject}\n${preview}`);
  });

  it('P3: has no name anywhere before the address is proved', () => {
    const { subject, text } = write('Zebedee', { unproved: true });
    expect(subject + text).not.toContain('Zebedee');
  });

  it('is one line where a list of mails shows it, whatever the name is', () => {
    const { subject, preview = '' } = write('A\r\n\u2028Bcc: x');
    expect(subject + preview).not.toMatch(/[\r\n\u2028]/);
  });
});

describe('a charity’s own words without the name', () => {
  const letter = defineLetter({
    name: 'named',
    about: 'For this test.',
    places: { penName },
    words: { en: { subject: 'Hi', opening: `Hello {penName}${'.'.repeat(50)}`, text: 'Yours' } },
  });
  const without = (own: string, language: LetterLanguage = 'en') =>
    fillIn(
      letter,
      { penName: 'Robin' },
      { own: { subject: own, opening: own, text: own }, language, unproved: true },
    );

  it.each([
    ['Hello {penName}, yes, please', 'Hello, yes, please'],
    ['Hi {penName}!', 'Hi!'],
    ['Dear {penName}, we are glad', 'Hello, we are glad'],
    ['You are ready, {penName}', 'You are ready'],
    ['How was it, {penName}?', 'How was it?'],
    ['For you, {penName}, and for us', 'For you, and for us'],
    ['{penName}, your weekend is near', 'Your weekend is near'],
    ['{penName}: your weekend', 'Your weekend'],
    ['A letter for {penName} and nobody else', 'A letter for you and nobody else'],
    ['About {penName}’s weekend', 'About your weekend'],
    ['{penName}’s weekend', 'Your weekend'],
    ['It is {penName} whom we thank', 'It is whom we thank'],
  ])('%s: %s', (own, told) => {
    expect(without(own).subject).toBe(told);
    expect(without(own).text).toBe(`${told}\n\n${told}\n`);
  });

  it('never are no subject at all', () => {
    expect(without('{penName}').subject).toBe('Hi');
  });

  it('are in their language', () => {
    expect(without('Llythyr i {penName}', 'cy').subject).toBe('Llythyr i chi');
    expect(without('Annwyl {penName}, diolch', 'cy').subject).toBe('Helo, diolch');
  });
});
