import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';

describe('where somebody may be sent after signing in', () => {
  it.each(['/', '/manager', '/manager?charity=shine', '/c/shine/'])('a page of ours: %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example/x',
    '/%2e//evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /manager',
    'javascript:alert(1)',
    'manager',
    '',
    '/@'.padEnd(600, 'a'),
    undefined,
    ['/manager'],
  ])('nowhere else: %j', (path) => {
    expect(ownPath(path)).toBeUndefined();
  });
});
