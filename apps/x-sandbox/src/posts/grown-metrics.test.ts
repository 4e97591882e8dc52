import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startXSandbox, type XSandbox } from '../start.js';
import { twitterApiClient } from '../testing/real-clients.js';

const dayMs = 86_400_000;

describe('engagement that grows by itself', () => {
  let sandbox: XSandbox;
  let aheadMs = 0;
  beforeAll(async () => {
    sandbox = await startXSandbox({ engagementGrows: true, now: () => new Date(Date.now() + aheadMs) });
  });
  afterAll(() => sandbox.close());

  it('is none at first, more each day, the same for whoever asks, and on top of what a test sets', async () => {
    const { data } = await twitterApiClient(sandbox).v2.tweet('Popular');
    const seen = async (ms: number) => {
      aheadMs = ms;
      const read = await twitterApiClient(sandbox).v2.singleTweet(data.id, {
        'tweet.fields': ['public_metrics'],
      });
      return read.data.public_metrics;
    };
    expect(await seen(0)).toMatchObject({ like_count: 0, impression_count: 0 });
    const [day, sameDay, week] = [await seen(dayMs), await seen(dayMs), await seen(7 * dayMs)];
    expect(sameDay).toEqual(day);
    expect(day?.like_count).toBeGreaterThan(0);
    expect(week?.impression_count ?? 0).toBeGreaterThan(day?.impression_count ?? 0);
    sandbox.control.setMetrics(data.id, { like_count: 100 });
    expect((await seen(7 * dayMs))?.like_count).toBe(100 + (week?.like_count ?? 0));
  });
});
