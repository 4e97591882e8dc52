import {
  acceptInvitation,
  type CharityId,
  type InvitationId,
  inviteMember,
  listInvitations,
  listMembers,
  removeMember,
  resendInvitation,
  viewInvitation,
  viewSession,
  withdrawInvitation,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { anInvitation, steppedUp } from '../rehearsal/team-on-stage.js';

const [minuteMs, dayMs] = [60_000, 86_400_000];
let gateway: GatewayOnStage;
let charityId: CharityId;
let owner: string;
let charities = 0;

beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  charities += 1;
  const charity = await gateway.aCharity(`inviting-${charities}`);
  charityId = charity.charityId;
  owner = await steppedUp(gateway, await gateway.aSession(charityId, { memberId: charity.ownerId }));
});
afterEach(() => gateway.database.shiftClock(0));

const theManager = async () => steppedUp(gateway, await gateway.aMembersSession(charityId, 'manager'));
const accepting = (token: string) => gateway.call(acceptInvitation, { token });
const refused = (status: number, code: string) => ({ status, body: { refusal: { code } } });

/** Everybody on the team and every invitation, whoever looks. */
async function asItStands(): Promise<string> {
  const members = await gateway.call(listMembers, { charityId }, operatorToken);
  const invitations = await gateway.call(listInvitations, { charityId }, operatorToken);
  return `${members.text} ${invitations.text}`;
}

describe('an invitation', () => {
  it('is mailed as a link, which makes whoever is new a member and signs them in', async () => {
    const { token } = await anInvitation(gateway, charityId, { by: owner, role: 'manager' });
    expect(await gateway.call(viewInvitation, { token })).toMatchObject({
      status: 200,
      body: { charity: `The inviting-${charities} charity`, role: 'manager' },
    });
    const joined = await accepting(token);
    const { memberId, session } = acceptInvitation.output.parse(joined.body);
    const { body } = await gateway.call(viewSession, {}, session?.token);
    expect(body['charities']).toMatchObject([{ charityId, memberId, role: 'manager' }]);
  });

  it('opens no session for somebody who was here before: it lives too long for what they have', async () => {
    const email = 'pat@elsewhere.example';
    const elsewhere = (await gateway.aCharity(`elsewhere-${charities}`)).charityId;
    const memberId = await gateway.aMember(elsewhere, 'owner', email);
    const { token } = await anInvitation(gateway, charityId, { by: owner, role: 'analyst', to: email });
    expect((await accepting(token)).body).toMatchObject({ role: 'analyst', session: null });
    const own = await gateway.call(viewSession, {}, await gateway.aSession(elsewhere, { memberId }));
    expect(own.body['charities']).toMatchObject([{ role: 'owner' }, { charityId, role: 'analyst' }]);
  });

  it('twice is one invitation and one mail; another under its id, or to its address, is refused', async () => {
    const invitation = { charityId, invitationId: newId<InvitationId>(), role: 'manager' } as const;
    const hanya = { ...invitation, email: `hanya@inviting-${charities}.example` };
    const answers = await Promise.all([1, 2].map(() => gateway.call(inviteMember, hanya, owner)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    for (const other of [
      { ...hanya, role: 'owner' as const },
      { ...hanya, email: 'sam@inviting.example' },
      { ...hanya, invitationId: newId<InvitationId>() },
    ]) {
      expect(await gateway.call(inviteMember, other, owner)).toMatchObject(refused(409, 'invitedAlready'));
    }
    expect(await gateway.post.invitationsFor(hanya.email)).toHaveLength(1);
    expect((await gateway.call(listInvitations, { charityId }, owner)).body['invitations']).toMatchObject([
      { email: hanya.email, role: 'manager', isExpired: false },
    ]);
  });

  it('is refused for an address that is on the team already, and for a charity that is not there', async () => {
    await gateway.aMember(charityId, 'trustee', 'known@team.example');
    const again = { charityId, invitationId: newId<InvitationId>(), email: 'known@team.example' };
    expect(await gateway.call(inviteMember, { ...again, role: 'owner' }, owner)).toMatchObject(
      refused(409, 'alreadyMember'),
    );
    const nowhere = { ...again, charityId: newId<CharityId>(), role: 'owner' } as const;
    expect(await gateway.call(inviteMember, nowhere, operatorToken)).toMatchObject(refused(404, 'notFound'));
  });

  it('raises nobody above the inviter', async () => {
    const manager = await theManager();
    for (const role of ['owner', 'trustee', 'analyst'] as const) {
      const invitation = {
        charityId,
        invitationId: newId<InvitationId>(),
        email: 'friend@home.example',
        role,
      };
      expect(await gateway.call(inviteMember, invitation, manager)).toMatchObject(refused(403, 'aboveYou'));
    }
    const { token } = await anInvitation(gateway, charityId, { by: manager, role: 'moderator' });
    expect(await accepting(token)).toMatchObject({ status: 200, body: { role: 'moderator' } });
  });

  it('is void once the inviter has lost the right to give it', async () => {
    const memberId = await gateway.aMember(charityId, 'manager');
    const by = await steppedUp(gateway, await gateway.aSession(charityId, { memberId }));
    const { token } = await anInvitation(gateway, charityId, { by, role: 'manager' });
    expect(await gateway.call(removeMember, { charityId, memberId }, owner)).toMatchObject({ status: 200 });
    const before = await asItStands();
    expect(await accepting(token)).toMatchObject(refused(410, 'invitationVoid'));
    expect(await asItStands()).toBe(before);
  });

  it('is mailed again with a new link; the one before stops working', async () => {
    const { token, email, invitationId } = await anInvitation(gateway, charityId, {
      by: owner,
      role: 'analyst',
    });
    const again = () => gateway.call(resendInvitation, { charityId, invitationId }, owner);
    expect(await again()).toMatchObject(refused(429, 'tooOften'));
    await gateway.database.shiftClock(6 * minuteMs);
    expect(await again()).toMatchObject({ status: 200 });
    const [, newer = ''] = await gateway.post.invitationsFor(email, 2);
    expect(await accepting(token)).toMatchObject(refused(404, 'notFound'));
    expect(await accepting(newer)).toMatchObject({ status: 200 });
  });

  it('bombs nobody with mail: taken back and made anew, it is refused the fourth time in a day', async () => {
    for (const time of [1, 2, 3, 4]) {
      const invitationId = newId<InvitationId>();
      const input = { charityId, invitationId, email: 'bombed@home.example', role: 'analyst' } as const;
      const { status } = await gateway.call(inviteMember, input, owner);
      expect(status).toBe(time < 4 ? 200 : 429);
      await gateway.call(withdrawInvitation, { charityId, invitationId }, owner);
    }
  });
});

describe('an invitation that does not hold', () => {
  const anotherCharity = async () => (await gateway.aCharity(`other-${charities}`)).charityId;
  const good = () => anInvitation(gateway, charityId, { by: owner, role: 'manager' });

  it.each([
    [
      'used',
      410,
      'invitationUsed',
      async () => {
        const { token } = await good();
        await accepting(token);
        return token;
      },
    ],
    [
      'withdrawn',
      410,
      'invitationWithdrawn',
      async () => {
        const { token, invitationId } = await good();
        for (const time of [1, 2]) {
          const { status } = await gateway.call(withdrawInvitation, { charityId, invitationId }, owner);
          expect([time, status]).toEqual([time, 200]);
        }
        return token;
      },
    ],
    [
      'expired',
      410,
      'invitationExpired',
      async () => {
        const { token } = await good();
        await gateway.database.shiftClock(7 * dayMs + minuteMs);
        return token;
      },
    ],
    [
      'forged',
      404,
      'notFound',
      async () => (await good()).token.replace(/.$/, (l) => (l === 'A' ? 'B' : 'A')),
    ],
    [
      'moved to another charity',
      404,
      'notFound',
      async () => {
        const theirs = (await anotherCharity()).replaceAll('-', '');
        return (await good()).token.replace(charityId.replaceAll('-', ''), theirs);
      },
    ],
    [
      'of a charity that is not there',
      404,
      'notFound',
      async () => (await good()).token.replace(charityId.replaceAll('-', ''), newId().replaceAll('-', '')),
    ],
  ])('because it is %s is refused in one sentence and changes nothing', async (_, status, code, make) => {
    const token = await make();
    const before = await asItStands();
    for (const answer of [await accepting(token), await gateway.call(viewInvitation, { token })]) {
      expect(answer).toMatchObject(refused(status, code));
      expect(answer.body.refusal?.message).toMatch(/^[A-Z].+\.$/);
    }
    expect(await asItStands()).toBe(before);
  });

  it('is kept as a hash, and its address only while it is open', async () => {
    const { token, email } = await good();
    const rows = async () =>
      JSON.stringify(
        await gateway.inCharity(charityId, (tx) => tx.query('SELECT i::text FROM invitation i')),
      );
    expect(await rows()).not.toContain(token.split('_').slice(2).join('_'));
    expect(await rows()).not.toContain(email);
    await accepting(token);
    expect((await gateway.call(listInvitations, { charityId }, owner)).text).not.toContain(email);
  });
});

describe('the page an invitation leads to', () => {
  const open = (token: string, method: string) => gateway.ask(`/invitation?token=${token}`, { method });
  const press = (token: string) => {
    const body = new URLSearchParams({ token });
    return gateway.ask('/invitation', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body });
  };

  it('changes nothing when it is opened, however often; the button joins and signs in', async () => {
    const { token } = await anInvitation(gateway, charityId, { by: owner, role: 'manager' });
    const before = await asItStands();
    for (const method of ['HEAD', 'GET', 'GET']) expect((await open(token, method)).status).toBe(200);
    expect(await asItStands()).toBe(before);
    const joined = await press(token);
    expect([joined.status, joined.headers.get('location')]).toEqual([
      303,
      `/manager?charity=inviting-${charities}`,
    ]);
    expect(joined.headers.get('set-cookie')).toMatch(/^__Host-baton=bp_/);
    expect(await press(token)).toMatchObject({ status: 422, text: expect.stringContaining('has been used') });
  });

  it('says so where the link is not whole', async () => {
    expect(await open('bi_cut', 'GET')).toMatchObject({
      status: 422,
      text: expect.stringContaining('not whole'),
    });
  });
});
