import { KeepHold } from './keep-hold.js';
import { OnPostDecided } from './on-post-decided.js';

export const heard = { 'post.decided.v1': OnPostDecided } as const;
/** Of facts that other rooms hear too. */
export const reactions = [KeepHold] as const;
