import { ListLetters } from './list-letters.js';
import { PreviewLetter } from './preview-letter.js';
import { ResetLetter } from './reset-letter.js';
import { SetLetter } from './set-letter.js';
import { ViewLetter } from './view-letter.js';

export const answers = {
  'list-letters': ListLetters,
  'view-letter': ViewLetter,
  'set-letter': SetLetter,
  'reset-letter': ResetLetter,
  'preview-letter': PreviewLetter,
} as const;
