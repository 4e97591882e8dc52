import { countRequest } from '../limits/rate-window.js';
import type { RecognisedCaller } from '../oauth/recognise-caller.js';
import type { World } from '../world/world.js';
import { type Answer, withHeaders } from './answer.js';
import type { ApiCall, Endpoint } from './endpoint.js';
import { missingScope, suspended, tooManyRequests, unauthorized } from './problems.js';

/** Answers one API call: token, limit, standing and scope first, as X does, then the endpoint itself. */
export function answerCall(
  endpoint: Endpoint,
  caller: RecognisedCaller | undefined,
  call: Omit<ApiCall, 'account' | 'app'>,
): Answer {
  const { world } = call;
  const now = world.now().getTime();
  if (caller?.token.state !== 'live' || caller.token.expiresAt <= now) return unauthorized();
  const { account, app, token } = caller;
  const rate = countFor(world, endpoint, account.id, now);
  const answer = (): Answer => {
    if (rate.exceeded) return tooManyRequests();
    if (account.standing === 'suspended') return suspended();
    const missing = endpoint.scopes.find((scope) => !token.scopes.includes(scope));
    if (missing !== undefined) return missingScope(missing);
    return endpoint.handle({ ...call, account, app });
  };
  return withHeaders(answer(), rate.headers);
}

function countFor(world: World, endpoint: Endpoint, accountId: string, now: number) {
  const name = `${endpoint.method} ${endpoint.path}`;
  const key = `${accountId} ${name}`;
  const counted = countRequest(
    world.rateWindows.get(key),
    world.settings.rateLimits[name] ?? endpoint.limit,
    now,
  );
  world.rateWindows.set(key, counted.window);
  return counted;
}
