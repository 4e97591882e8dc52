import type { Place } from './define-letter.js';

/** Places that many letters have. */
export const charity: Place = { about: 'the charity’s name', sample: 'Shine MS', hidden: true };
export const penName: Place = { about: 'the name they go by here', sample: 'Robin', name: true };
/** A manager's own words; the paragraph goes where there are none. */
export const words: Place = {
  about: 'the manager’s own words, if there are any',
  sample: 'Please try again in spring: we would love to hear from you.',
  hidden: true,
};
export const signIn: Place = {
  about: 'the address where they sign in',
  sample: 'https://baton.example/sign-in/shine-ms',
  button: { en: 'Sign in', cy: 'Mewngofnodi' },
  needed: true,
};
/** Where an applicant, who cannot sign in yet, sees how it stands, answers, and can take everything back. */
export const ownPage: Place = {
  about: 'the address of their own page',
  sample: 'https://baton.example/c/shine-ms/application?token=0d4Y1tQ9',
  button: { en: 'Your own page', cy: 'Eich tudalen eich hun' },
};
export const code: Place = { about: 'the code they type in', sample: '01234567', needed: true };
/** In every letter beyond those that somebody's part needs; needed, so no charity's own words can leave it out. */
export const unsubscribe: Place = {
  about: 'the address of the page where they say that they want no more of these',
  sample: 'https://baton.example/mail/unsubscribe?token=abc',
  button: { en: 'No more of these mails', cy: 'Dim mwy o’r rhain' },
  needed: true,
};
