import type { NotAPicture } from './clean-picture.js';

/** Why a file cannot go out, and what to do (reading age 11). */
export const wordsForPictures: Readonly<Record<NotAPicture, string>> = {
  empty: 'This file is empty. Please choose the picture again.',
  heic: 'This is an iPhone picture in the HEIC format, which X does not show. In Photos choose Share, then Options, then “Most Compatible”, or send a screenshot of it.',
  avif: 'This is an AVIF picture, which X does not show. Please save it as a JPEG or PNG, or send a screenshot of it.',
  svg: 'This is a drawing (SVG), which can hide things that are not a picture. Please save it as a PNG first.',
  video:
    'This is a film. Baton cannot send films yet, only pictures: please choose a picture, or a screenshot of the film.',
  pdf: 'This is a PDF document and not a picture. Please send a screenshot of the page that matters.',
  otherPicture:
    'X does not show this kind of picture. Please save it as a JPEG or PNG, or send a screenshot of it.',
  unknown: 'This file is not a picture that can go out. Please use a JPEG, PNG, WEBP or GIF.',
  broken: 'This picture is damaged or not complete. Please choose it again, or take a screenshot of it.',
  tooLarge: 'This picture is too large to be made ready. Please make it smaller and send it again.',
};
