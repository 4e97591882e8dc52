import { z } from 'zod';
import { ok } from '../wire/answer.js';
import type { Endpoint } from '../wire/endpoint.js';
import { readInput, snowflake } from '../wire/input.js';
import { forbidden, invalidParameter } from '../wire/problems.js';
import { changeAccount } from './account.js';

const Target = z.strictObject({ target_user_id: snowflake });
const write = { scopes: ['tweet.read', 'users.read', 'mute.write'], limit: 50 } as const;
const notYourself = () => forbidden('The id in the path must be the authenticated user.');

export const mute: Endpoint = {
  ...write,
  method: 'POST',
  path: '/2/users/:id/muting',
  handle({ world, account, params, body }) {
    if (params['id'] !== account.id) return notYourself();
    const input = readInput(Target, body);
    if (!input.ok) return input.refused;
    const target = input.value.target_user_id;
    if (!world.accounts.has(target) || target === account.id) {
      return invalidParameter('target_user_id', target, 'This user cannot be muted.');
    }
    changeAccount(world, account.id, { mutedIds: new Set([...account.mutedIds, target]) });
    return ok({ data: { muting: true } });
  },
};

export const unmute: Endpoint = {
  ...write,
  method: 'DELETE',
  path: '/2/users/:id/muting/:target',
  handle({ world, account, params }) {
    if (params['id'] !== account.id) return notYourself();
    const mutedIds = new Set(account.mutedIds);
    mutedIds.delete(params['target'] ?? '');
    changeAccount(world, account.id, { mutedIds });
    return ok({ data: { muting: false } });
  },
};
