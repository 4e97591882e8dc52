import { describe, expect, it } from '@jest/globals';
import { tells } from './tells-name.js';

describe('P3: a text tells a pen name', () => {
  it.each([
    ['as it is', 'I am Night Owl, hello'],
    ['as a hashtag', 'Yours, #NightOwl'],
    ['with other separators', 'night-owl and NIGHT_OWL'],
    ['letter by letter', 'N.i.g.h.t. O.w.l.'],
    ['with accents', 'Níght Öwl'],
    ['by one longer word of it', 'They call me the Night one'],
    ['as part of a handle', '@midnight_owls'],
  ])('%s', (_, text) => expect(tells(text, 'Night Owl')).toBe(true));

  it.each([
    ['of a short name with dots', 'Hello from JD', 'J.D.', true],
    ['of a name that is a picture', 'Always 🦉', '🦉', true],
    ['not where a common word of it is said', 'Out with the dog', 'Walker with cane', false],
    ['not where only a short word of it is said', 'An owl sat there', 'Night Owl', false],
    ['not across words where the name is short', 'It took a lot', 'Alo', false],
    ['not where nothing of it is said', 'Tea in the garden', 'Night Owl', false],
  ])('%s', (_, text, name, isTold) => expect(tells(text, name)).toBe(isTold));
});
