import { OnPostHeld } from '../counts/on-post-held.js';
import * as holds from '../holds/wiring.js';
import { OnCuratorLeft } from '../surveys/on-curator-left.js';
import { OnTakeoverClosed } from '../surveys/on-takeover-closed.js';
import * as takeovers from '../takeovers/wiring.js';
import { WhenCuratorLeaves, WhenPostIsHeld, WhenTakeoverCloses } from './heard-by-several.js';

/** Facts that several rooms hear: one handler each, in which they take turns. */
export const heard = {
  'takeover.closed.v1': WhenTakeoverCloses,
  'curator.left.v1': WhenCuratorLeaves,
  'post.held.v1': WhenPostIsHeld,
} as const;
export const reactions = [
  ...takeovers.reactions,
  ...holds.reactions,
  OnTakeoverClosed,
  OnCuratorLeft,
  OnPostHeld,
] as const;
