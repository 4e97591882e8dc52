import { SetWeekendNotes } from './set-weekend-notes.js';
import { ViewWeekendNotes } from './view-weekend-notes.js';

export const answers = {
  'view-weekend-notes': ViewWeekendNotes,
  'set-weekend-notes': SetWeekendNotes,
} as const;
