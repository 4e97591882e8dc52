import type { PolicyRules } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { concernsAbout } from './concerns-about.js';
import { presets } from './presets.js';

const nothingYet = { allow: 0, warn: 0, hold: 0, block: 0 };
const allWarned: PolicyRules = { ...presets.gentle.rules, ownIdentity: 'warn', identifiers: 'warn' };

describe('what somebody should know before they save a policy', () => {
  it('is nothing with a policy that looks at what could harm', () => {
    expect(concernsAbout(presets.standard.rules, { allow: 80, warn: 10, hold: 10, block: 0 })).toEqual([]);
    expect(concernsAbout(presets.gentle.rules, nothingYet)).toEqual([]);
  });

  it('is that nothing is ever looked at, where no check holds or blocks', () => {
    expect(concernsAbout(allWarned, nothingYet)).toMatchObject([{ about: 'nothingIsLookedAt' }]);
  });

  it('is that nothing goes by itself, where a person looks at all of it', () => {
    expect(concernsAbout(presets.strict.rules, nothingYet)).toMatchObject([{ about: 'nothingGoes' }]);
  });

  it('is that nearly every post of the past would have been stopped', () => {
    expect(concernsAbout(presets.standard.rules, { allow: 2, warn: 0, hold: 30, block: 8 })).toEqual([
      {
        about: 'nothingGoes',
        words:
          'Of the last 40 posts, 38 would have been held or not taken. Curators would feel shut out, and somebody has to look at each.',
      },
    ]);
  });

  it('says nothing of a few posts: they may have been unlucky', () => {
    expect(concernsAbout(presets.standard.rules, { ...nothingYet, hold: 19 })).toEqual([]);
  });
});
