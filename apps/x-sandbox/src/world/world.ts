import type { Account } from '../accounts/account.js';
import type { RequestRecord } from '../control/request-record.js';
import type { Fault } from '../faults/fault.js';
import type { RateWindow } from '../limits/rate-window.js';
import type { Media } from '../media/media.js';
import type { App } from '../oauth/app.js';
import type { AccessToken, AuthorizationCode, RefreshToken } from '../oauth/tokens.js';
import { PostArchive } from '../posts/post-archive.js';
import type { Webhook } from '../webhooks/webhook.js';
import { defaultSettings, type Settings } from './settings.js';
import { makeIds } from './snowflake.js';

/**
 * Everything this pretend X knows, in one place. It lives in memory and is changed by one request at a time:
 * handlers decide and write without waiting in between, so no request ever sees half of another.
 */
export interface World {
  readonly now: () => Date;
  readonly nextId: () => string;
  settings: Settings;
  readonly apps: Map<string, App>;
  readonly accounts: Map<string, Account>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly posts: PostArchive;
  readonly media: Map<string, Media>;
  readonly rateWindows: Map<string, RateWindow>;
  readonly faults: Fault[];
  readonly webhooks: Webhook[];
  readonly requests: RequestRecord[];
  /** Requests that have not been answered yet, and may still change something. */
  readonly underWay: Set<Promise<void>>;
}

export function emptyWorld(now: () => Date, settings: Partial<Settings>): World {
  return {
    now,
    nextId: makeIds(now),
    settings: { ...defaultSettings, ...settings },
    apps: new Map(),
    accounts: new Map(),
    codes: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    posts: new PostArchive(),
    media: new Map(),
    rateWindows: new Map(),
    faults: [],
    webhooks: [],
    requests: [],
    underWay: new Set(),
  };
}

/** Forgets everything but the clock and the ids, which go on growing. */
export function clearWorld(world: World, settings: Partial<Settings>): void {
  world.settings = { ...defaultSettings, ...settings };
  for (const forgotten of [
    world.apps,
    world.accounts,
    world.codes,
    world.accessTokens,
    world.refreshTokens,
    world.posts,
    world.media,
    world.rateWindows,
  ]) {
    forgotten.clear();
  }
  world.faults.length = 0;
  world.webhooks.length = 0;
  world.requests.length = 0;
}
