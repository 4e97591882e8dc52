import { ApplicationNotes } from './application-notes.js';
import { NoteOnApplication } from './note-on-application.js';
import { RemoveApplicationNote } from './remove-application-note.js';

export const answers = {
  'note-on-application': NoteOnApplication,
  'remove-application-note': RemoveApplicationNote,
} as const;

export const parts = [ApplicationNotes] as const;
