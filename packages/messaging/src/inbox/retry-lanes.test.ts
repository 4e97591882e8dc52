import { describe, expect, it } from '@jest/globals';
import { failuresAllowed, RetryLanes, retryDelayMs } from './retry-lanes.js';

describe('facts waiting to be tried again', () => {
  it('queue behind the failed fact of their aggregate, in order', () => {
    const lanes = new RetryLanes<string>();
    lanes.open('takeover', 'opened', 0);
    expect(lanes.join('takeover', 'closed')).toBe(true);
    expect(lanes.join('another', 'opened')).toBe(false);
    expect(lanes.due(100)?.item).toBe('opened');
    lanes.shift('takeover', 100);
    expect(lanes.due(100)?.item).toBe('closed');
    lanes.shift('takeover', 100);
    expect(lanes.join('takeover', 'later')).toBe(false);
  });

  it('are tried no sooner than after their delay, which grows', () => {
    const lanes = new RetryLanes<string>();
    lanes.open('takeover', 'opened', 0);
    expect(lanes.due(99)).toBeUndefined();
    expect(lanes.nextDueAt()).toBe(100);
    lanes.failedAgain('takeover', 100);
    expect(lanes.due(599)).toBeUndefined();
    expect(lanes.due(600)).toEqual({ aggregateId: 'takeover', item: 'opened', failures: 2 });
  });

  it('R9: are given up well within a minute', () => {
    const waits = Array.from({ length: failuresAllowed - 1 }, (_, index) => retryDelayMs(index + 1));
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(30_000);
  });
});
