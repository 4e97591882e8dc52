import {
  type CharityId,
  changeRole,
  listAudit,
  listMembers,
  type MemberId,
  removeMember,
  revealMemberAddress,
  viewSession,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle } from '@baton/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetOldAddresses } from '../people/forget-old-addresses.js';
import { People } from '../people/people.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { steppedUp } from '../rehearsal/team-on-stage.js';

let gateway: GatewayOnStage;
let charityId: CharityId;
let ownerId: MemberId;
let ownerEmail: string;
let owner: string;
let charities = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  charities += 1;
  ({ charityId, ownerId, ownerEmail } = await gateway.aCharity(`team-${charities}`));
  owner = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: ownerId }));
});

const change = (memberId: MemberId, role: 'owner' | 'manager' | 'analyst', by = owner) =>
  gateway.call(changeRole, { charityId, memberId, role }, by);
const remove = (memberId: MemberId, by = owner) => gateway.call(removeMember, { charityId, memberId }, by);
const team = async () =>
  listMembers.output.parse((await gateway.call(listMembers, { charityId }, owner)).body).members;
const rolesOf = async (token: string) => (await gateway.call(viewSession, {}, token)).body['charities'];
const actions = async () => {
  await settle(gateway);
  const { body } = await gateway.call(listAudit, { charityId }, owner);
  return listAudit.output.parse(body).entries.map(({ action, about }) => [action, about]);
};

describe('a team', () => {
  it('is listed by pseudonym, without an address; each look at one is in the audit', async () => {
    await gateway.aMember(charityId, 'manager');
    const list = await gateway.call(listMembers, { charityId }, owner);
    expect(list.text).not.toMatch(/@/);
    expect(await team()).toMatchObject([
      { memberId: ownerId, role: 'owner', isYou: true },
      { role: 'manager', isYou: false },
    ]);
    const look = (by: string) => gateway.call(revealMemberAddress, { charityId, memberId: ownerId }, by);
    expect(await look(owner)).toMatchObject({ status: 200, body: { email: ownerEmail } });
    expect(await look(await gateway.aMembersSession(charityId, 'trustee'))).toMatchObject({ status: 403 });
    expect(await actions()).toContainEqual(['member.address-revealed', ownerId]);
  });

  it('of one charity knows nobody of another’s', async () => {
    const elsewhere = await gateway.aCharity(`elsewhere-${charities}`);
    const memberId = elsewhere.ownerId;
    for (const answer of [
      await gateway.call(revealMemberAddress, { charityId, memberId }, owner),
      await change(memberId, 'analyst'),
    ]) {
      expect(answer).toMatchObject({ status: 404 });
    }
    expect(await remove(memberId)).toMatchObject({ status: 200 });
    const theirs = await gateway.aSession(elsewhere.charityId, { memberId });
    expect(await rolesOf(theirs)).toMatchObject([{ role: 'owner' }]);
  });
});

describe('a changed role', () => {
  it('counts from the very next call, and is in the audit', async () => {
    const memberId = await gateway.aMember(charityId, 'manager');
    const token = await gateway.aSession(charityId, { memberId });
    expect(await change(memberId, 'analyst')).toMatchObject({ status: 200, body: { role: 'analyst' } });
    expect(await rolesOf(token)).toMatchObject([{ role: 'analyst' }]);
    expect(await actions()).toContainEqual(['member.role-changed', memberId]);
  });

  it('is an owner’s to give, after confirming that it is them', async () => {
    const memberId = await gateway.aMember(charityId, 'manager');
    const manager = await steppedUp(gateway, await gateway.aSession(charityId, { memberId }));
    expect(await change(memberId, 'owner', manager)).toMatchObject({ status: 403 });
    const justSignedIn = await gateway.aSession(charityId, { memberId: ownerId });
    expect(await change(memberId, 'owner', justSignedIn)).toMatchObject({
      body: { refusal: { code: 'stepUpNeeded' } },
    });
    expect(await team()).toMatchObject([{ role: 'owner' }, { role: 'manager' }]);
  });
});

describe('leaving the team', () => {
  it('is everybody’s right, and an owner’s to decide about others', async () => {
    const [first, second] = [
      await gateway.aMember(charityId, 'manager'),
      await gateway.aMember(charityId, 'trustee'),
    ];
    const manager = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: first }));
    expect(await remove(second, manager)).toMatchObject({ status: 403 });
    expect(await remove(first, manager)).toMatchObject({ status: 200 });
    expect(await rolesOf(manager)).toEqual([]);
    for (const _ of ['once', 'twice']) expect(await remove(second)).toMatchObject({ status: 200 });
    expect(await team()).toMatchObject([{ memberId: ownerId }]);
    expect(await actions()).toEqual(
      expect.arrayContaining([
        ['member.left', first],
        ['member.left', second],
      ]),
    );
  });

  it('is not for the last owner, who does not become something else either', async () => {
    for (const answer of [await remove(ownerId), await change(ownerId, 'manager')]) {
      expect(answer).toMatchObject({ status: 409, body: { refusal: { code: 'lastOwner' } } });
    }
    expect(await change(ownerId, 'owner')).toMatchObject({ status: 200 });
  });

  it('of two owners at once leaves one of them', async () => {
    const secondId = await gateway.aMember(charityId, 'owner');
    const second = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: secondId }));
    const answers = await Promise.all([remove(ownerId), remove(secondId, second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of somebody who never was on it changes nothing', async () => {
    expect(await remove(newId<MemberId>())).toMatchObject({ status: 200 });
    expect(await change(newId<MemberId>(), 'owner')).toMatchObject({ status: 404 });
  });

  it('P5: ends with the address forgotten within a day and an hour, where they belong to no other team', async () => {
    const memberId = await gateway.aMember(charityId, 'analyst');
    const personId = await gateway.personOf(charityId, memberId);
    await remove(memberId);
    await gateway.database.shiftClock(25 * 60 * 60 * 1000);
    await gateway.app.get(ForgetOldAddresses).forget();
    expect(await gateway.app.get(People).addressOf(personId)).toBeUndefined();
    expect(await gateway.app.get(People).find(ownerEmail)).toBeDefined();
    await gateway.database.shiftClock(0);
  });
});
