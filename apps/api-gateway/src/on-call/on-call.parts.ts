import { ListAlerts, TakeAlert } from './alerts.js';
import { CallTeam } from './call-team.js';
import { CallTheOthers } from './call-the-others.js';
import { EraseShiftNotes } from './erase-shift-notes.js';
import { AcceptShift, GiveUpShift, OfferShift } from './hand-over-shift.js';
import { ListOnCall } from './list-on-call.js';
import { SetOnCallSettings, ViewOnCallSettings } from './on-call-settings.js';
import { OnPreFlightFailed } from './on-pre-flight-failed.js';
import { OnSlotUncovered } from './on-slot-uncovered.js';
import { PlanShift } from './plan-shift.js';
import {
  OnPostNoLongerHeld,
  OnPreFlightPassed,
  OnSlotSettled,
  OnStormOver,
  OnTakeoverClosed,
  OnTeamWaitOver,
} from './settle-alerts.js';
import { ShiftNotes } from './shift-notes.js';

export const onCallAnswers = {
  'plan-shift': PlanShift,
  'list-on-call': ListOnCall,
  'offer-shift': OfferShift,
  'accept-shift': AcceptShift,
  'give-up-shift': GiveUpShift,
  'list-alerts': ListAlerts,
  'take-alert': TakeAlert,
  'view-on-call-settings': ViewOnCallSettings,
  'set-on-call-settings': SetOnCallSettings,
} as const;

export const onCallConsumers = {
  'takeover.pre-flight-failed.v1': OnPreFlightFailed,
  'slot.uncovered.v1': OnSlotUncovered,
  'slot.settled.v1': OnSlotSettled,
  'takeover.pre-flight-passed.v1': OnPreFlightPassed,
  'takeover.closed.v1': OnTakeoverClosed,
  'storm.over.v1': OnStormOver,
  'post.decided.v1': OnPostNoLongerHeld,
  'post.missed-window.v1': OnPostNoLongerHeld,
  'team.wait-over.v1': OnTeamWaitOver,
} as const;

export const onCallProviders = [CallTeam, CallTheOthers, EraseShiftNotes, ShiftNotes] as const;
