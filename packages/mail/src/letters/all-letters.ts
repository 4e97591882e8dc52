import type { LetterDeclaration } from './define-letter.js';
import * as toApplicants from './to-applicants.js';
import * as toCurators from './to-curators.js';

const declared: readonly LetterDeclaration[] = [...Object.values(toApplicants), ...Object.values(toCurators)];

/** Every letter to applicants and curators, by name. */
export const allLetters: ReadonlyMap<string, LetterDeclaration> = new Map(
  declared.map((letter) => [letter.name, letter]),
);
