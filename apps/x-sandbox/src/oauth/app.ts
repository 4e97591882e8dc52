import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Impossible } from '../world/impossible.js';
import type { World } from '../world/world.js';

/** A developer app: what a charity registers with X so that Baton may act for its account. */
export interface App {
  readonly clientId: string;
  /** Absent for a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | undefined;
  readonly name: string;
  readonly callbackUrls: CallbackUrls;
  /** What is left to spend, in millionths of a dollar. */
  readonly creditMicroUsd: number | 'unlimited';
  readonly spentMicroUsd: number;
}

/** Exact addresses, or any address of this computer (RFC 8252, section 7.3). */
export type CallbackUrls = readonly string[] | 'loopback';

export interface NewApp {
  readonly name: string;
  readonly clientId?: string | undefined;
  /** `null` makes a public client; absent, a secret is made. */
  readonly clientSecret?: string | null | undefined;
  readonly callbackUrls?: CallbackUrls | undefined;
  readonly creditUsd?: number | undefined;
}

export function createApp(world: World, app: NewApp): App {
  const clientId = app.clientId ?? randomBytes(16).toString('base64url');
  if (world.apps.has(clientId)) throw new Impossible(`the app ${clientId} exists already`);
  const created: App = {
    clientId,
    clientSecret: app.clientSecret === null ? undefined : (app.clientSecret ?? newSecret()),
    name: app.name,
    callbackUrls: app.callbackUrls ?? 'loopback',
    creditMicroUsd: app.creditUsd === undefined ? 'unlimited' : Math.round(app.creditUsd * 1_000_000),
    spentMicroUsd: 0,
  };
  world.apps.set(clientId, created);
  return created;
}

export function allowsCallback(app: App, callbackUrl: string): boolean {
  if (app.callbackUrls !== 'loopback') return app.callbackUrls.includes(callbackUrl);
  if (!URL.canParse(callbackUrl)) return false;
  const { protocol, hostname } = new URL(callbackUrl);
  return /^https?:$/.test(protocol) && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

export function secretMatches(app: App, given: string | undefined): boolean {
  if (app.clientSecret === undefined) return true;
  const expected = Buffer.from(app.clientSecret);
  const actual = Buffer.from(given ?? '');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
