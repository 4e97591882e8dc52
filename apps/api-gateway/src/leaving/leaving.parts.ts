import type { Type } from '@nestjs/common';
import { EraseCharityNow } from './erase-charity-now.js';
import { EraseDueCharities } from './erase-due-charities.js';
import { EraseForGood } from './erase-for-good.js';
import { BeginLeaving, StayAboard, ViewLeaving } from './leave.js';

/** The operations about leaving, by name, for the gateway's `serve`. */
export const leavingAnswers = {
  'view-leaving': ViewLeaving,
  'begin-leaving': BeginLeaving,
  'stay-aboard': StayAboard,
  'erase-charity': EraseCharityNow,
};

export const leavingProviders: Type[] = [EraseForGood, EraseDueCharities];
