import { describe, expect, it } from '@jest/globals';
import {
  anyone,
  curator,
  decideAccess,
  decideCall,
  key,
  operator,
  person,
  service,
  staff,
} from './access.js';
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

  it('knows a person signed in as themself, and takes them for nobody’s staff', () => {
    const someone = Caller.parse({ kind: 'person', personId: ours });
    expect(decideAccess([person], someone, undefined)).toBe('allowed');
    expect(decideAccess([staff('manager'), operator], someone, ours)).toBe('forbidden');
  });

  it('lets a key do what its scopes say, in its own charity', () => {
    const aKey = Caller.parse({ kind: 'key', charityId: ours, keyId: ours, scopes: ['rota:read'] });
    expect(decideAccess([key('rota:read')], aKey, ours)).toBe('allowed');
    expect(decideAccess([key('rota:read')], aKey, theirs)).toBe('forbidden');
    expect(decideAccess([key('posts:read'), staff('manager'), curator], aKey, ours)).toBe('forbidden');
  });
});

describe('deciding a big step', () => {
  const big = { access: [staff('owner'), service('feedback')], stepUp: true } as const;
  const now = new Date('2026-11-27T17:30:00.000Z');
  const owner = (steppedUpUntil?: string) =>
    Caller.parse({ kind: 'staff', charityId: ours, memberId: ours, role: 'owner', steppedUpUntil });

  it('is for those who have just proved who they are', () => {
    expect(decideCall(big, owner(), ours, now)).toBe('stepUpNeeded');
    expect(decideCall(big, owner('2026-11-27T17:30:00.000Z'), ours, now)).toBe('stepUpNeeded');
    expect(decideCall(big, owner('2026-11-27T17:30:00.001Z'), ours, now)).toBe('allowed');
  });

  it('says no before it asks for a proof', () => {
    expect(decideCall(big, nobody, ours, now)).toBe('signedOut');
    expect(decideCall(big, member('manager'), ours, now)).toBe('forbidden');
  });

  it('asks no service to prove itself', () => {
    expect(decideCall(big, Caller.parse({ kind: 'service', service: 'feedback' }), undefined, now)).toBe(
      'allowed',
    );
  });
});
