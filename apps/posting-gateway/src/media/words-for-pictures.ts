import type { Cleaning } from './clean-picture.js';

type Reason = Extract<Cleaning, { notAPicture: string }>['notAPicture'];

/** Why a file cannot go out, and what to do (reading age 11). */
export const wordsForPictures: Readonly<Record<Reason, string>> = {
  empty: 'This file is empty. Please choose the picture again.',
  heic: 'This is an iPhone picture in the HEIC format, which X does not show. In Photos choose Share, then Options, then “Most Compatible”, or send a screenshot of it.',
  svg: 'This is a drawing (SVG), which can hide things that are not a picture. Please save it as a PNG first.',
  unknown: 'This file is not a picture that can go out. Please use a JPEG, PNG, WEBP or GIF.',
  broken: 'This picture is damaged or not complete. Please choose it again, or take a screenshot of it.',
  tooLarge: 'This picture is too large to be made ready. Please make it smaller and send it again.',
};
