import { createAccount, type NewAccount } from '../accounts/account.js';
import { createApp, type NewApp } from '../oauth/app.js';
import type { World } from './world.js';

/** The apps and accounts that exist from the start. */
export interface Seed {
  readonly apps: readonly NewApp[];
  readonly accounts: readonly NewAccount[];
}

/** One charity's account and one developer app that sends people back to this computer only. */
export const defaultSeed: Seed = {
  apps: [
    {
      name: 'Baton on this computer',
      clientId: 'baton-local-app',
      clientSecret: 'baton-local-secret',
      callbackUrls: 'loopback',
    },
  ],
  accounts: [{ username: 'our_ms_weekend', name: 'Our MS Weekend' }],
};

export function plantSeed(world: World, seed: Seed): void {
  for (const app of seed.apps) createApp(world, app);
  for (const account of seed.accounts) createAccount(world, account);
}
