import { type InvitationId, inviteMember, openStaffSession } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { settle } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAll } from '../rehearsal/audit-on-stage.js';
import { GatewayOnStage, operatorToken } from '../rehearsal/gateway-on-stage.js';
import { SignInOnStage } from '../rehearsal/sign-in-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

describe('P3: what the gateway notes for the audit', () => {
  it('tells of invitations and sign-ins without the address they were done with', async () => {
    const { charityId, ownerEmail } = await gateway.aCharity('canary');
    const invited = 'robin.the.canary@home.example';
    const invitation = {
      charityId,
      invitationId: newId<InvitationId>(),
      email: invited,
      role: 'trustee' as const,
    };
    expect(await gateway.call(inviteMember, invitation, operatorToken)).toMatchObject({ status: 200 });
    const { ticket, code } = await new SignInOnStage(gateway).mailed({ email: ownerEmail });
    expect(await gateway.call(openStaffSession, { ticket, code })).toMatchObject({ status: 200 });
    await settle(gateway);

    const everything = await readAll(gateway);
    for (const action of ['member.invited', 'sign-in.done']) expect(everything).toContain(action);
    for (const identity of [invited, ownerEmail, 'robin', '@']) expect(everything).not.toContain(identity);
  });
});
