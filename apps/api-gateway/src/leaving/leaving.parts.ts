import type { Provider } from '@nestjs/common';
import type { GatewayConfig } from '../config.js';
import { CharityLedger, ERASURE_LEDGER } from './charity-ledger.js';
import { EraseCharityNow } from './erase-charity-now.js';
import { EraseDueCharities } from './erase-due-charities.js';
import { EraseForGood } from './erase-for-good.js';
import { BeginLeaving, StayAboard, ViewLeaving } from './leave.js';
import { ReplayCharityErasures } from './replay-charity-erasures.js';

/** The operations about leaving, by name, for the gateway's `serve`. */
export const leavingAnswers = {
  'view-leaving': ViewLeaving,
  'begin-leaving': BeginLeaving,
  'stay-aboard': StayAboard,
  'erase-charity': EraseCharityNow,
};

export const leavingProviders = (config: GatewayConfig): Provider[] => [
  { provide: ERASURE_LEDGER, useValue: config.BATON_ERASURE_LEDGER },
  CharityLedger,
  EraseForGood,
  EraseDueCharities,
  ReplayCharityErasures,
];
