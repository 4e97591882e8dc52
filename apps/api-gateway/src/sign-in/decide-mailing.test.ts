import { describe, expect, it } from '@jest/globals';
import { decideMailing } from './decide-mailing.js';

describe('deciding whether to mail once more', () => {
  it.each([
    { inTheLastHour: 0, stillLive: 0, decision: 'mail' },
    { inTheLastHour: 4, stillLive: 4, decision: 'mail' },
    { inTheLastHour: 5, stillLive: 1, decision: 'leave' },
    { inTheLastHour: 5, stillLive: 0, decision: 'mail' },
    { inTheLastHour: 8, stillLive: 1, decision: 'leave' },
  ])('$decision after $inTheLastHour in the last hour, of which $stillLive still work', (lately) => {
    expect(decideMailing(lately)).toBe(lately.decision);
  });
});
