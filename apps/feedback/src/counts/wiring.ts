import { OnPostPublished } from './on-post-published.js';

export const heard = { 'post.published.v1': OnPostPublished } as const;
