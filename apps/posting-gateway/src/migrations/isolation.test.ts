import { isolationGaps } from '@baton/persistence';
import { testDatabase } from '@baton/testing';
import { expect, it } from '@jest/globals';
import { migrations } from './index.js';

it('T3 the posting gateway’s schema leaves no gap between charities', async () => {
  const postgres = await testDatabase('posting-gateway', migrations);
  try {
    expect(await isolationGaps(postgres.adminUrl, ['posting_gateway'])).toEqual([]);
  } finally {
    await postgres.drop();
  }
});
