import type { AuditAction } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { decideReadiness, type KnownOfCharity } from './decide-readiness.js';

const nothing: KnownOfCharity = {
  done: new Set(),
  account: undefined,
  team: ['owner'],
  hasBrand: false,
  standing: 'active',
};
const needed: readonly AuditAction[] = ['rota.defined', 'policy.set', 'signposting.set'];
const ready: KnownOfCharity = {
  ...nothing,
  done: new Set(needed),
  account: 'connected',
  team: ['owner', 'moderator'],
};
const missingOf = (known: KnownOfCharity) =>
  decideReadiness(known)
    .steps.filter(({ state }) => state !== 'done')
    .map(({ step }) => step);

describe('whether the first handover can open', () => {
  it('it cannot on the first day, and every word of what is missing is there', () => {
    const { readyForHandover, stillMissing, progress } = decideReadiness(nothing);
    expect([readyForHandover, progress]).toEqual([false, { done: 0, of: 8 }]);
    expect(stillMissing).toHaveLength(5);
    for (const words of stillMissing) expect(words).toMatch(/^[A-Z].*\.$/);
  });

  it('it can once people are safe, whatever the charity looks like', () => {
    expect(decideReadiness(ready)).toMatchObject({ readyForHandover: true, stillMissing: [] });
    expect(missingOf(ready)).toEqual(['agreement', 'brand', 'firstCall']);
  });

  it.each(needed)('it cannot without %s', (action) => {
    const done = new Set(needed.filter((each) => each !== action));
    expect(decideReadiness({ ...ready, done })).toMatchObject({ readyForHandover: false });
  });

  it('a single slot is a rule for the weekend as well', () => {
    const done = new Set<AuditAction>(['slot.added', 'policy.set', 'signposting.set']);
    expect(decideReadiness({ ...ready, done }).readyForHandover).toBe(true);
  });

  it.each([undefined, 'disconnected', 'needsReconnecting'] as const)(
    'it cannot with an account that is %s',
    (account) => {
      const { readyForHandover, steps } = decideReadiness({ ...ready, account });
      const state = account === 'needsReconnecting' ? 'needsAttention' : 'missing';
      expect([readyForHandover, steps.find(({ step }) => step === 'account')?.state]).toEqual([false, state]);
    },
  );

  it.each([
    [['owner'], false],
    [['owner', 'trustee', 'analyst'], false],
    [['owner', 'manager'], true],
    [['manager', 'moderator'], true],
  ] as const)('a team of %j can be on call: %s', (team, can) => {
    expect(decideReadiness({ ...ready, team }).readyForHandover).toBe(can);
  });

  it.each(['suspended', 'leaving'] as const)(
    'it cannot for a charity that is %s, though all is done',
    (standing) => {
      const { readyForHandover, stillMissing } = decideReadiness({ ...ready, standing });
      expect([readyForHandover, stillMissing.length]).toEqual([false, 1]);
    },
  );

  it('asks for nothing that is done', () => {
    const all = new Set<AuditAction>([...needed, 'agreement.published', 'call.opened']);
    const { steps, progress } = decideReadiness({ ...ready, done: all, hasBrand: true });
    expect(progress).toEqual({ done: 8, of: 8 });
    expect(steps.every(({ words }) => words === '')).toBe(true);
  });
});
