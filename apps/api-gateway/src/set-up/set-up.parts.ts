import { SetBrand } from '../brand/set-brand.js';
import { ViewBrand } from '../brand/view-brand.js';
import { SetRetention, ViewRetention } from '../retention/retention.js';
import { ResumeCharity, SuspendCharity } from '../standing/suspend.js';
import {
  OnAccountConnected,
  OnAccountDisconnected,
  OnAccountNeedsReconnecting,
} from './on-account-changed.js';
import { ViewSetUp } from './view-set-up.js';

/** The operations about a charity's set-up and standing, by name, for the gateway's `serve`. */
export const setUpAnswers = {
  'view-set-up': ViewSetUp,
  'view-brand': ViewBrand,
  'set-brand': SetBrand,
  'view-retention': ViewRetention,
  'set-retention': SetRetention,
  'suspend-charity': SuspendCharity,
  'resume-charity': ResumeCharity,
};

export const setUpConsumers = {
  'account.connected.v1': OnAccountConnected,
  'account.needs-reconnecting.v1': OnAccountNeedsReconnecting,
  'account.disconnected.v1': OnAccountDisconnected,
};
