import type { AccountId } from '@baton/contracts';
import { expect, it } from '@jest/globals';
import { decideConnection } from './decide-connection.js';

const [first, second] = ['first', 'second'] as unknown as [AccountId, AccountId];
const current = { accountId: first, xUserId: '1' };

it.each([
  ['a first account gets the id it was begun with', undefined, second, false, '1', { accountId: second }],
  ['the same account keeps its id', current, second, false, '1', { accountId: first }],
  ['another account must be said to be one', current, second, false, '2', 'anotherAccount'],
  [
    'another account that was said to be one gets its own id',
    current,
    second,
    true,
    '2',
    { accountId: second },
  ],
  ['another account never gets the id of the first', current, first, true, '2', 'anotherAccount'],
] as const)('%s', (_, known, accountId, anotherAccount, xUserId, decision) => {
  expect(decideConnection({ current: known, begun: { accountId, anotherAccount }, xUserId })).toEqual(
    decision,
  );
});
