import { chooseFields } from '../posts/choose-fields.js';
import { type Answer, ok } from '../wire/answer.js';
import type { ApiCall, Endpoint } from '../wire/endpoint.js';
import { resourceNotFound } from '../wire/problems.js';
import { type Account, accountNamed } from './account.js';
import { userView } from './user-view.js';

const read = { method: 'GET', scopes: ['tweet.read', 'users.read'] } as const;

export const me: Endpoint = {
  ...read,
  path: '/2/users/me',
  limit: 75,
  handle: (call) => answerWithUser(call, call.account, 'id'),
};

export const userById: Endpoint = {
  ...read,
  path: '/2/users/:id',
  limit: 900,
  handle: (call) => answerWithUser(call, call.world.accounts.get(call.params['id'] ?? ''), 'id'),
};

export const userByName: Endpoint = {
  ...read,
  path: '/2/users/by/username/:username',
  limit: 900,
  handle: (call) => answerWithUser(call, accountNamed(call.world, call.params['username'] ?? ''), 'username'),
};

function answerWithUser(call: ApiCall, account: Account | undefined, parameter: string): Answer {
  const fields = chooseFields(call.query);
  if (!fields.ok) return fields.refused;
  if (!account) return ok({ errors: [resourceNotFound('user', parameter, call.params[parameter] ?? '')] });
  return ok({ data: userView(account, fields.value.user) });
}
