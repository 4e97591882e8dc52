import type { Browser } from 'playwright-core';
import type { CharityWithEverything } from '../access/charity-with-everything.js';
import { OnAPhone } from '../browser/on-a-phone.js';
import type { RunningSystem } from '../stack/start-stack.js';

/** One system and one charity for everything that is looked at here; there once the tests run. */
export interface PagesOnStage {
  readonly system: RunningSystem;
  readonly browser: Browser;
  readonly charity: CharityWithEverything;
}

export type Stage = () => PagesOnStage;

export const open = ({ browser, system }: PagesOnStage, token: string | undefined): Promise<OnAPhone> =>
  OnAPhone.open(browser, system.gatewayOrigin, token);
