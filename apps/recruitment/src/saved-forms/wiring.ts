import { DiscardSavedForm } from './discard-saved-form.js';
import { MailSavedForm } from './mail-saved-form.js';
import { OpenSavedForm } from './open-saved-form.js';
import { SaveForm } from './save-form.js';
import { SavedForms } from './saved-forms.js';

export const answers = {
  'save-form': SaveForm,
  'open-saved-form': OpenSavedForm,
  'discard-saved-form': DiscardSavedForm,
} as const;

export const parts = [SavedForms, MailSavedForm] as const;
