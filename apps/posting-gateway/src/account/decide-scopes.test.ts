import { describe, expect, it } from '@jest/globals';
import { neededScopes } from '../x/connect-to-x.js';
import { decideScopes } from './decide-scopes.js';

describe('deciding about what X granted', () => {
  it('needs every scope it asked for', () => {
    expect(decideScopes(neededScopes)).toBe('enough');
    for (const scope of neededScopes) {
      expect(decideScopes(neededScopes.filter((other) => other !== scope))).toBe('missing');
    }
  });

  it('does not mind more, except for direct messages, which nobody here may read', () => {
    expect(decideScopes([...neededScopes, 'like.read'])).toBe('enough');
    expect(decideScopes([...neededScopes, 'dm.read'])).toBe('directMessages');
    expect(decideScopes([...neededScopes, 'dm.write'])).toBe('directMessages');
  });

  it('never asks for direct messages', () => {
    expect(neededScopes.filter((scope) => scope.startsWith('dm.'))).toEqual([]);
  });
});
