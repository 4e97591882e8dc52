import { OnSomethingHappened } from './on-something-happened.js';
import { OnSwitchChanged } from './on-switch-changed.js';
import { OnTakeoverGivenBack } from './on-takeover-given-back.js';

export const heard = {
  'crisis.noticed.v2': OnSomethingHappened,
  'mention.reported.v1': OnSomethingHappened,
  'post.missed-window.v1': OnSomethingHappened,
  'post.outcome-unknown.v1': OnSomethingHappened,
  'storm.began.v1': OnSomethingHappened,
  'storm.over.v1': OnSomethingHappened,
  'switch.changed.v1': OnSwitchChanged,
  'takeover.given-back.v1': OnTakeoverGivenBack,
} as const;
