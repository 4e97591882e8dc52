import type { World } from '../world/world.js';
import { type App, secretMatches } from './app.js';

export interface PresentedClient {
  readonly authorization: string | undefined;
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
}

/**
 * Which app calls the token endpoint. Confidential apps prove it with their secret, by HTTP Basic or in the body
 * (twitter-api-v2 does the latter); public ones only name themselves.
 */
export function recogniseApp(world: World, presented: PresentedClient): App | undefined {
  const { id, secret } = readBasic(presented.authorization) ?? {
    id: presented.client_id,
    secret: presented.client_secret,
  };
  const app = world.apps.get(id ?? '');
  return app && secretMatches(app, secret) ? app : undefined;
}

function readBasic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}
