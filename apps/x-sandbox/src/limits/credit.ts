import type { App } from '../oauth/app.js';
import type { World } from '../world/world.js';

/** X's prices per use, April 2026, in millionths of a dollar. Reads of one's own posts are the cheap ones. */
export const price = {
  post: 15_000,
  postWithUrl: 200_000,
  summonedReply: 10_000,
  postRead: 5_000,
  ownPostRead: 1_000,
} as const;

export function affords(app: App, microUsd: number): boolean {
  return app.creditMicroUsd === 'unlimited' || app.creditMicroUsd >= microUsd;
}

export function charge(world: World, clientId: string, microUsd: number): void {
  const app = world.apps.get(clientId);
  if (!app) return;
  const left =
    app.creditMicroUsd === 'unlimited' ? app.creditMicroUsd : Math.max(0, app.creditMicroUsd - microUsd);
  world.apps.set(clientId, { ...app, creditMicroUsd: left, spentMicroUsd: app.spentMicroUsd + microUsd });
}
