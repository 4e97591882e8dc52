import { describe, expect, it } from '@jest/globals';
import { unmask } from './unmask.js';

describe('a text as a machine should read it', () => {
  it.each([
    ['Cyrillic in the middle of Latin', 'rоbin', 'robin'],
    ['Greek in the middle of Latin', 'rοbiη', 'robin'],
    ['mathematical letters', '𝐫𝐨𝐛𝐢𝐧', 'robin'],
    ['enclosed letters', 'ⓡⓞⓑⓘⓝ', 'robin'],
    ['full width', 'ｒｏｂｉｎ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'robin@example.org'],
    ['a ligature', 'ﬃ', 'ffi'],
    ['nothing between letters', 'r\u200bo\u2060b\u00adi\ufeffn', 'robin'],
    ['marks of a direction', '\u200frobin\u200e', 'robin'],
    ['lines through letters', 'r\u0336o\u0336b\u0336i\u0336n\u0336', 'robin'],
    ['towers of marks', 'r\u0300\u0301\u0302o\u0316\u0317bin', 'robin'],
    ['keys', '0️⃣7️⃣7️⃣', '077'],
    ['letters with gaps', 'I am r o b i n today', 'I am robin today'],
    ['letters with dots', 'I am r.o.b.i.n', 'I am robin'],
    ['letters and digits with gaps', 's w 1 a 1 a a', 'sw1a1aa'],
    ['two words with gaps', 'r o b i n  s m i t h', 'robin  smith'],
  ])('has no disguise: %s', (_, typed, read) => {
    expect(unmask(typed).text).toBe(read);
  });

  it.each([
    ['Ελληνικά κείμενο για τον καιρό'],
    ['Русский текст о погоде'],
    ['עברית, שלום לכולם'],
    ['العربية مرحبا'],
    ['日本語の文章です。'],
    ['Zoë and Ünal have a café'],
    ['Zoe\u0308 and cafe\u0301'.normalize('NFC')],
    ['e.g. this, i.e. that, U.K. and a.m.'],
    ['1 2 3 4 5, once I caught a fish alive'],
    ['0-7-9-1-1-1-2-3-4-5-6'],
    ['A or B or C?'],
  ])('is otherwise as it was typed: %s', (typed) => {
    expect(unmask(typed).text).toBe(typed);
  });

  it('tells where each place stood', () => {
    const typed = 'Hi 🧑‍🦽 r\u200bо b';
    const { text, spanOf } = unmask(typed);
    const from = text.indexOf('ro');
    const span = spanOf(from, from + 2);
    expect(typed.slice(span.from, span.to)).toBe('r\u200bо');
  });

  it('ends on 100 kB of the worst of it', () => {
    for (const worst of [
      'a\u0301\u0302'.repeat(33_000),
      'a b '.repeat(25_000),
      'rо'.repeat(50_000),
      'a.'.repeat(50_000),
    ]) {
      expect(unmask(worst).text.length).toBeGreaterThan(0);
    }
  });
});
