import type { Finding } from '@baton/contracts';
import type { Check, DraftToCheck } from './check.js';

/** A picture without a description is silent to people who cannot see it. */
export const checkAltText: Check = ({ pictures }, { policy: { altText: verdict } }) =>
  pictures.flatMap(({ altText, waitsForTeam }, index): Finding[] => {
    if (altText !== '') return [];
    const picture = { check: 'altText', span: null, picture: index + 1 } as const;
    const name = nameOfPicture(index, pictures);
    if (waitsForTeam) {
      return [
        {
          ...{ ...picture, verdict: 'hold', explanation: `Waits for the team to describe ${name}.` },
          suggestion: 'It goes on by itself once they have. You can also describe it yourself.',
        },
      ];
    }
    if (verdict === 'allow') return [];
    return [
      {
        ...{ ...picture, verdict, explanation: `${capital(name)} has no description.` },
        suggestion: 'Say in a few words what it shows, for people who cannot see it, or ask the team to.',
      },
    ];
  });

export const nameOfPicture = (index: number, { length }: DraftToCheck['pictures']): string =>
  length === 1 ? 'the picture' : `picture ${index + 1} of ${length}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
