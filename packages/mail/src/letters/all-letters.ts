import type { LetterDeclaration } from './define-letter.js';
import * as onCover from './on-cover.js';
import * as onPreparing from './on-preparing.js';
import * as onSurveys from './on-surveys.js';
import * as onWeekends from './on-weekends.js';
import * as toAlumni from './to-alumni.js';
import * as toApplicants from './to-applicants.js';
import * as toCurators from './to-curators.js';
import * as toNominees from './to-nominees.js';

const declared: readonly LetterDeclaration[] = [
  toNominees,
  toApplicants,
  onPreparing,
  toCurators,
  onSurveys,
  onWeekends,
  onCover,
  toAlumni,
].flatMap((area) => Object.values<LetterDeclaration>(area));

/** Every letter to applicants and curators, by name. */
export const allLetters: ReadonlyMap<string, LetterDeclaration> = new Map(
  declared.map((letter) => [letter.name, letter]),
);
