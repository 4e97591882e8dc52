import { describe, expect, it } from '@jest/globals';
import { decideDeletionCall } from './decide-deletion-call.js';

const now = new Date('2026-11-28T10:00:00.000Z');
const soon = new Date('2026-11-28T10:05:00.000Z');
const next = new Date('2026-11-28T10:15:00.000Z');
const decide = (change: Partial<Parameters<typeof decideDeletionCall>[0]>) =>
  decideDeletionCall({ now, allowed: 50, remaining: 50, resetsAt: soon, isUrgent: false, ...change });

describe('whether X may be asked to delete one more', () => {
  it.each([
    ['takes one of the window', {}, { remaining: 49, resetsAt: soon }],
    ['keeps the last ten for safety', { remaining: 10 }, { waitUntil: soon }],
    ['gives them to what is urgent', { remaining: 10, isUrgent: true }, { remaining: 9, resetsAt: soon }],
    ['waits when nothing is left, however urgent', { remaining: 0, isUrgent: true }, { waitUntil: soon }],
    [
      'begins anew when the window is over',
      { remaining: 0, resetsAt: now },
      { remaining: 49, resetsAt: next },
    ],
    ['keeps a fifth where X allows little', { allowed: 5, remaining: 2 }, { remaining: 1, resetsAt: soon }],
  ])('%s', (_, change, expected) => {
    expect(decide(change)).toEqual(expected);
  });
});
