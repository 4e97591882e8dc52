import type { Provider } from '@nestjs/common';
import type { GatewayConfig } from '../config.js';
import { ComingAboardPages } from '../pages/coming-aboard.controller.js';
import { AboardApplications } from './aboard-applications.js';
import { ApplyAboard } from './apply-aboard.js';
import { BringAboard } from './bring-aboard.js';
import { APPROVE_CHARITIES, ConfirmAboard } from './confirm-aboard.js';
import { ApproveCharity, DeclineCharity, ListAboard } from './decide-aboard.js';

/** The operations about coming aboard, by name, for the gateway's `serve`. */
export const comingAboardAnswers = {
  'apply-aboard': ApplyAboard,
  'confirm-aboard': ConfirmAboard,
  'list-aboard': ListAboard,
  'approve-charity': ApproveCharity,
  'decline-charity': DeclineCharity,
};

export const comingAboardPages = [ComingAboardPages];

export const comingAboardProviders = (config: GatewayConfig): Provider[] => [
  AboardApplications,
  BringAboard,
  { provide: APPROVE_CHARITIES, useValue: config.APPROVE_CHARITIES },
];
