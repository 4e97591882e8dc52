import type { Check } from './check.js';

/** A picture without a description is silent to people who cannot see it. */
export const checkAltText: Check = ({ pictures }, { policy: { altText: verdict } }) => {
  if (verdict === 'allow') return [];
  const silent = pictures.flatMap(({ isDescribed }, index) => (isDescribed ? [] : [index + 1]));
  return silent.map((number) => ({
    check: 'altText',
    verdict,
    span: null,
    explanation:
      pictures.length === 1
        ? 'The picture has no description.'
        : `Picture ${number} of ${pictures.length} has no description.`,
    suggestion: 'Say in a few words what it shows, for people who cannot see it.',
  }));
};
