import { ListHiatuses } from './list-hiatuses.js';
import { PreviewHiatus } from './preview-hiatus.js';
import { RemoveHiatus } from './remove-hiatus.js';
import { SetHiatus } from './set-hiatus.js';

export const answers = {
  'set-hiatus': SetHiatus,
  'preview-hiatus': PreviewHiatus,
  'list-hiatuses': ListHiatuses,
  'remove-hiatus': RemoveHiatus,
} as const;
