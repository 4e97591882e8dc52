import { describe, expect, it } from '@jest/globals';
import { anyone, curator, decideAccess, operator, service, staff } from './access.js';
import { Caller } from './caller.js';

const ours = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';
const member = (role: string, charityId = ours) =>
  Caller.parse({ kind: 'staff', charityId, memberId: ours, role });
const aCurator = Caller.parse({ kind: 'curator', charityId: ours, curatorId: ours });
const nobody = Caller.parse({ kind: 'anyone' });
const theOperator = Caller.parse({ kind: 'operator' });

describe('deciding who may call an operation', () => {
  it('asks someone signed out to sign in, and tells someone signed in no', () => {
    expect(decideAccess([curator], nobody, ours)).toBe('signedOut');
    expect(decideAccess([curator], member('manager'), ours)).toBe('forbidden');
  });

  it('lets anyone in only where the rule says so', () => {
    expect(decideAccess([anyone], nobody, undefined)).toBe('allowed');
    expect(decideAccess([operator], nobody, undefined)).toBe('signedOut');
  });

  it('keeps staff and curators inside their own charity, whatever their role', () => {
    expect(decideAccess([staff('manager')], member('manager'), ours)).toBe('allowed');
    expect(decideAccess([staff('manager')], member('manager', theirs), ours)).toBe('forbidden');
    expect(decideAccess([staff('manager')], member('owner', theirs), ours)).toBe('forbidden');
    expect(decideAccess([curator], aCurator, theirs)).toBe('forbidden');
  });

  it('forbids bound callers where the call names no charity', () => {
    expect(decideAccess([staff('manager'), curator], member('manager'), undefined)).toBe('forbidden');
    expect(decideAccess([staff('manager'), curator], aCurator, undefined)).toBe('forbidden');
  });

  it('lets an owner do what every other role of the team may, and nobody else', () => {
    expect(decideAccess([staff('moderator')], member('owner'), ours)).toBe('allowed');
    expect(decideAccess([staff('moderator')], member('trustee'), ours)).toBe('forbidden');
    expect(decideAccess([operator], member('owner'), ours)).toBe('forbidden');
  });

  it('keeps what is meant for a service from every person, the operator included', () => {
    const rule = [service('api-gateway')] as const;
    expect(decideAccess(rule, theOperator, ours)).toBe('forbidden');
    expect(decideAccess(rule, Caller.parse({ kind: 'service', service: 'feedback' }), ours)).toBe(
      'forbidden',
    );
    expect(decideAccess(rule, Caller.parse({ kind: 'service', service: 'api-gateway' }), ours)).toBe(
      'allowed',
    );
  });
});
