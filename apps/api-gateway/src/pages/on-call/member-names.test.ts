import { describe, expect, it } from '@jest/globals';
import { type Member, MemberNames } from './member-names.js';

const member = (number: number, role: Member['role'], isYou = false): Member => ({
  memberId: `0192e7a0-0000-7000-8000-00000000007${number}` as Member['memberId'],
  role,
  since: `2026-0${number}-01T00:00:00.000Z`,
  isYou,
});

describe('what somebody of the team is called', () => {
  const names = new MemberNames([
    member(3, 'moderator'),
    member(1, 'moderator', true),
    member(2, 'manager'),
    member(4, 'trustee'),
  ]);

  it('is their role, with a number where several have it, the longest there first', () => {
    expect(names.team.map(({ name }) => name)).toEqual(['Moderator 1 (you)', 'Manager', 'Moderator 2']);
  });

  it('is “You” for whoever looks, and no name at all for who has left', () => {
    expect(names.of(member(1, 'moderator').memberId)).toBe('You');
    expect(names.of('0192e7a0-0000-7000-8000-000000000099')).toBe('Somebody who has left the team');
  });
});
