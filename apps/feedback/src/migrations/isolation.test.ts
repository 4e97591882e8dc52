import { isolationGaps } from '@baton/persistence';
import { testDatabase } from '@baton/testing';
import { expect, it } from '@jest/globals';
import { migrations } from './index.js';

it('T3: every table of feedback is closed to other charities, by the schema itself', async () => {
  const database = await testDatabase('feedback', migrations);
  expect(await isolationGaps(database.adminUrl, ['feedback'])).toEqual([]);
  await database.drop();
});
