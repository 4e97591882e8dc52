import { AddAdvicePicture, RemoveAdvicePicture, ViewAdvicePicture } from './advice-pictures.js';
import { PublishAdvice, ViewAdviceDraft } from './publish-advice.js';
import { MarkAdviceRead, ViewAdvice } from './read-advice.js';
import { OrderAdvicePages, RemoveAdvicePage, SaveAdvicePage } from './write-advice.js';

export const answers = {
  'view-advice-draft': ViewAdviceDraft,
  'save-advice-page': SaveAdvicePage,
  'order-advice-pages': OrderAdvicePages,
  'remove-advice-page': RemoveAdvicePage,
  'add-advice-picture': AddAdvicePicture,
  'remove-advice-picture': RemoveAdvicePicture,
  'publish-advice': PublishAdvice,
  'view-advice': ViewAdvice,
  'view-advice-picture': ViewAdvicePicture,
  'mark-advice-read': MarkAdviceRead,
} as const;
