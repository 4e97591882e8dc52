import { DecideApplications } from './decide-applications.js';
import { ListKindWords } from './list-kind-words.js';

export const answers = {
  'decide-applications': DecideApplications,
  'list-kind-words': ListKindWords,
} as const;
