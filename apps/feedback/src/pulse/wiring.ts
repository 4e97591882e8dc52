import { OnRetentionSet } from '../retention/on-retention-set.js';
import { AnswerPulse } from './answer-pulse.js';
import { CallAgain } from './call-again.js';
import { EndPulses } from './end-pulses.js';
import { ListPulses } from './list-pulses.js';
import { OpenPulse } from './open-pulse.js';
import { Pulses } from './pulses.js';
import { ListPulseWords, LookAtPulseWords, ShowPulseWords } from './team-reads-words.js';
import { ViewPulse } from './view-pulse.js';

export const answers = {
  'view-pulse': ViewPulse,
  'answer-pulse': AnswerPulse,
  'list-pulses': ListPulses,
  'list-pulse-words': ListPulseWords,
  'look-at-pulse-words': LookAtPulseWords,
  'show-pulse-words': ShowPulseWords,
} as const;
export const heard = { 'retention.set.v1': OnRetentionSet } as const;
/** `OpenPulse` hears of takeovers that close together with other rooms. */
export const providers = [Pulses, CallAgain, EndPulses, OpenPulse] as const;
