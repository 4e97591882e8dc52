import { isolationGaps } from '@baton/persistence';
import { testDatabase } from '@baton/testing';
import { expect, it } from '@jest/globals';
import { migrations } from './index.js';

it('T3: every table of recruitment is closed to other charities, by the schema itself', async () => {
  const database = await testDatabase('recruitment', migrations);
  expect(await isolationGaps(database.adminUrl, ['recruitment'])).toEqual([]);
  await database.drop();
});
