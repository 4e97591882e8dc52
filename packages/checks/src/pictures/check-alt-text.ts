import type { CheckOfDraft, DraftToCheck, Observation } from '../check.js';

/** A picture without a description is silent to people who cannot see it. */
export const altText: CheckOfDraft = {
  card: {
    name: 'a picture without a description',
    looksFor: 'Pictures that say nothing to people who cannot see them.',
    misses: 'A description that does not fit its picture.',
  },
  ofDraft: ({ pictures }) =>
    pictures.flatMap(({ altText: words, waitsForTeam }, index): Observation[] => {
      if (words !== '') return [];
      const picture = { severity: 'low', span: null, picture: index + 1 } as const;
      const name = nameOfPicture(index, pictures);
      if (!waitsForTeam) {
        return [
          {
            ...{ ...picture, explanation: `${capital(name)} has no description.` },
            suggestion: 'Say in a few words what it shows, for people who cannot see it, or ask the team to.',
          },
        ];
      }
      return [
        {
          ...{ ...picture, always: 'hold', explanation: `Waits for the team to describe ${name}.` },
          suggestion: 'It goes on by itself once they have. You can also describe it yourself.',
        },
      ];
    }),
};

export const nameOfPicture = (index: number, { length }: DraftToCheck['pictures']): string =>
  length === 1 ? 'the picture' : `picture ${index + 1} of ${length}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
