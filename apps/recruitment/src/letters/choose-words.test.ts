import { allLetters, type LetterDeclaration, type LetterWords } from '@baton/mail';
import { describe, expect, it } from '@jest/globals';
import { chooseWords } from './choose-words.js';

const letter = (name: string): LetterDeclaration => {
  const found = allLetters.get(name);
  if (!found) throw new Error('no such letter');
  return found;
};
const inBoth = letter('takeoverBooked');
const inEnglish = letter('replyNotRead');
const own = (of: LetterDeclaration): LetterWords => ({ ...of.words.en, subject: 'Ours' });

describe('which words go', () => {
  it('are the charity’s own in the reader’s language, before all others', () => {
    const words = own(inBoth);
    expect(chooseWords(inBoth, { cy: words, en: own(inBoth) }, 'cy')).toEqual({ language: 'cy', own: words });
  });

  it('are Baton’s in the reader’s language before the charity’s own in another', () => {
    expect(chooseWords(inBoth, { en: own(inBoth) }, 'cy')).toEqual({ language: 'cy', own: undefined });
  });

  it('are the charity’s own English ones where nobody has any in the reader’s language', () => {
    const words = own(inEnglish);
    expect(chooseWords(inEnglish, { en: words }, 'cy')).toEqual({ language: 'en', own: words });
    expect(chooseWords(inEnglish, {}, 'cy')).toEqual({ language: 'en', own: undefined });
  });

  it('are never the charity’s own where these would not be taken any more: a place in them has gone', () => {
    const stale = { ...own(inBoth), text: `${inBoth.words.en.text} {gone}` };
    expect(chooseWords(inBoth, { en: stale }, 'en')).toEqual({ language: 'en', own: undefined });
  });
});
