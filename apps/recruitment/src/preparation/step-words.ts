import type { PreparationItem } from '@baton/contracts';

/** What each line of the list is and what to do, for somebody who is tired. */
export const stepWords: Readonly<Record<PreparationItem, string>> = {
  advice: 'Read the advice pack. You can stop after any page and go on later.',
  agreement: 'Read the curating agreement, and say yes to it.',
  rehearsal: 'Try it out. What you post in the rehearsal is seen by nobody.',
  firstPost: 'Write a first post now, so that one is there when your weekend begins.',
  buddy: 'Ask for a buddy: somebody who has done it before, and is there for you.',
};

export const openWords: Readonly<Record<PreparationItem, string>> = {
  advice: 'read the advice pack',
  agreement: 'agree to the curating agreement',
  rehearsal: 'try out a post in the rehearsal',
  firstPost: 'write a first post',
  buddy: 'ask for a buddy',
};
