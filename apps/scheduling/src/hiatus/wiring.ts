import { ListHiatuses } from './list-hiatuses.js';
import { RemoveHiatus } from './remove-hiatus.js';
import { SetHiatus } from './set-hiatus.js';

export const answers = {
  'set-hiatus': SetHiatus,
  'list-hiatuses': ListHiatuses,
  'remove-hiatus': RemoveHiatus,
} as const;
