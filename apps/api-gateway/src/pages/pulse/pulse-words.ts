import type { PulseTap } from '@baton/contracts';

/** What followers are asked, word for word; also where their answers are shown. */
export const questions = {
  lessAlone: 'Did this weekend make you feel less alone?',
  learned: 'Did you learn something?',
} as const;

export const tapWords: Readonly<Record<PulseTap, string>> = { yes: 'Yes', aLittle: 'A little', no: 'No' };
