import { OnPostDecided } from './on-post-decided.js';

export const heard = { 'post.decided.v1': OnPostDecided } as const;
