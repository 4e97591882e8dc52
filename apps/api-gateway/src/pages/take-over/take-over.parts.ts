import { CallVisits } from './call-visit.js';
import { SavedFormPages } from './saved-form.controller.js';
import { ShowForm } from './show-form.js';
import { TakeForm } from './take-form.js';
import { TakeOverPages } from './take-over.controller.js';

export const takeOverPages = [TakeOverPages, SavedFormPages];
export const takeOverProviders = [CallVisits, ShowForm, TakeForm];
