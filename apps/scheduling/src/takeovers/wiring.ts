import { EndTakeover } from './end-takeover.js';
import { ExtendTakeover } from './extend-takeover.js';
import { ListTakeovers } from './list-takeovers.js';
import { OnTakeoverGivenBack } from './on-takeover-given-back.js';
import { OpenTakeoverNow } from './open-takeover-now.js';
import { ViewOnAir } from './view-on-air.js';

export const answers = {
  'list-takeovers': ListTakeovers,
  'end-takeover': EndTakeover,
  'extend-takeover': ExtendTakeover,
  'open-takeover-now': OpenTakeoverNow,
  'view-on-air': ViewOnAir,
} as const;

export const heard = { 'takeover.given-back.v1': OnTakeoverGivenBack } as const;
