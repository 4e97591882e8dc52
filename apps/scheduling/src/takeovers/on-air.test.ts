import { describe, expect, it } from '@jest/globals';
import { onAir } from './on-air.js';
import type { Takeover } from './takeovers.js';

const friday = '2026-11-27T17:30:00.000Z';
const monday = '2026-11-30T09:00:00.000Z';
const takeover: Takeover = {
  takeoverId: '0192e7a0-0000-7000-8000-000000000011' as Takeover['takeoverId'],
  slotId: '0192e7a0-0000-7000-8000-000000000012' as Takeover['slotId'],
  curatorId: '0192e7a0-0000-7000-8000-000000000003' as Takeover['curatorId'],
  penName: 'Robin',
  identityLevel: 'penName',
  opensAt: friday,
  closesAt: monday,
  state: 'open',
};
const robin = { knownAs: 'Robin', opensAt: friday, closesAt: monday };

describe('who is on air', () => {
  it('is the curator whose window it is, from its first moment to just before its last', () => {
    expect(onAir([takeover], new Date(friday))).toEqual({ now: robin, next: null });
    expect(onAir([takeover], new Date('2026-11-30T08:59:59.999Z'))).toEqual({ now: robin, next: null });
  });

  it('R6: is nobody outside the window, whatever state the takeover is said to be in', () => {
    expect(onAir([takeover], new Date(monday)).now).toBeNull();
    expect(onAir([takeover], new Date('2026-11-27T17:29:59.999Z'))).toEqual({ now: null, next: robin });
  });

  it('tells nobody a name when the curator chose to be anonymous', () => {
    const anonymous = onAir([{ ...takeover, identityLevel: 'anonymous' }], new Date(friday));
    expect(anonymous.now).toEqual({ ...robin, knownAs: null });
    expect(JSON.stringify(anonymous)).not.toContain('Robin');
  });

  it('shows the pen name, and never more than it, at every other level', () => {
    for (const identityLevel of ['penName', 'firstName', 'named'] as const) {
      expect(onAir([{ ...takeover, identityLevel }], new Date(friday)).now?.knownAs).toBe('Robin');
    }
  });
});
