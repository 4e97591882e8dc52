import type {
  curatorLeft,
  curatorReady,
  postHeld,
  takeoverClosed,
  takeoverOpened,
  takeoverScheduled,
} from '@baton/contracts';
import { OnPostHeld } from '../counts/on-post-held.js';
import { KeepHold } from '../holds/keep-hold.js';
import { OpenPulse } from '../pulse/open-pulse.js';
import * as surveys from '../surveys/hearing.js';
import * as weekends from '../takeovers/hearing.js';
import { inTurn } from './in-turn.js';

/** Facts that several rooms hear: one handler each, in which they take turns. */
export const heard = {
  'curator.ready.v1': inTurn<typeof curatorReady>(weekends.OnCuratorReady, surveys.OnCuratorReady),
  'curator.left.v1': inTurn<typeof curatorLeft>(weekends.WeekendsForget, surveys.OnCuratorLeft),
  'takeover.scheduled.v1': inTurn<typeof takeoverScheduled>(
    weekends.OnTakeoverScheduled,
    surveys.OnTakeoverScheduled,
  ),
  'takeover.opened.v1': inTurn<typeof takeoverOpened>(weekends.OnTakeoverOpened, surveys.OnTakeoverOpened),
  'takeover.closed.v1': inTurn<typeof takeoverClosed>(
    weekends.WeekendCloses,
    surveys.OnTakeoverClosed,
    OpenPulse,
  ),
  'post.held.v1': inTurn<typeof postHeld>(OnPostHeld, KeepHold),
};
export const reactions = [...Object.values(weekends), ...Object.values(surveys), OnPostHeld, KeepHold];
