import { OnPostHeld } from './on-post-held.js';
import { OnPostPublished } from './on-post-published.js';

export const heard = {
  'post.published.v1': OnPostPublished,
  'post.held.v1': OnPostHeld,
} as const;
