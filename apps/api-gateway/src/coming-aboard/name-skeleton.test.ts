import { describe, expect, it } from '@jest/globals';
import { nameSkeleton } from './name-skeleton.js';

describe('names that look the same at a glance', () => {
  it.each([
    ['Shine MS', 'Shine M5', 'a digit'],
    ['Shine MS', 'Ѕhine МЅ', 'Cyrillic letters'],
    ['Shine MS', 'ShineMS', 'a space left out'],
    ['Shine MS', 'Shi\u200bne MS', 'a space that is not seen'],
    ['Shine MS', 'Shine\u3164MS', 'a letter that is not seen'],
    ['Shine MS', 'SHINE-MS', 'capitals and a hyphen'],
    ['Shine MS', 'Shíne MS', 'an accent'],
    ['Shine MS', 'Ｓｈｉｎｅ ＭＳ', 'wide letters'],
    ['Modern Care', 'Modem Care', 'r and n run together'],
    ['Kappa Ward', 'Κappa VVard', 'Greek, and two v'],
    ['Lily', 'LiIy', 'a capital I'],
    ['Health Now', 'Ηealth Νow', 'Greek capitals'],
  ])('%s and %s: %s', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  it.each([
    ['Shine MS', 'Shine ME'],
    ['Fatigue Alliance', 'Fatigue Alliance Scotland'],
    ['MS Trust', 'MS Society'],
    ['Lupus UK', 'Lupus IE'],
  ])('not %s and %s', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });
});
