import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { postsPerTurn } from './publish-due-posts.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

describe('a process that serves one lane at a time', () => {
  it('lets no account wait for all that another has: the first post of each comes within one turn of the others', async () => {
    const said: string[] = [];
    const [busy, ...others] = [await stage.aCharity(), await stage.aCharity(), await stage.aCharity()];
    for (let count = 0; count < 40; count += 1) await busy?.submit(`busy ${count}`);
    for (const other of others) await other.submit('other');
    if (busy) busy.account.onCall = () => void said.push('busy');
    for (const other of others) other.account.onCall = () => void said.push('other');
    await stage.publish(() => false, 1);
    expect(said.filter((who) => who === 'busy')).toHaveLength(40);
    expect(said.lastIndexOf('other')).toBeLessThan(postsPerTurn + others.length);
  });
});
