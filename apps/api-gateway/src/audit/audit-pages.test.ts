import type { CharityId } from '@baton/contracts';
import { settle } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteMany, tamper } from '../rehearsal/audit-on-stage.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
let charityId: CharityId;
let trustee: string;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
  ({ charityId } = await gateway.aCharity('shine'));
  trustee = await gateway.aMembersSession(charityId, 'trustee');
  await settle(gateway);
  await noteMany(gateway, charityId, 60);
});
afterAll(() => gateway.close());

const look = (path: string, token?: string, method = 'GET') =>
  gateway.ask(`/c/shine/audit${path}`, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });

describe('the page of the audit', () => {
  it('tells in plain words who did what, a page at a time', async () => {
    const first = await look('', trustee);
    expect(first.status).toBe(200);
    expect(first.text).toContain('<strong>the operator</strong> changed the charity’s details');
    const earlier = /href="\/c\/shine\/audit(\?before=\d+)"/.exec(first.text)?.[1] ?? '';
    const second = await look(earlier, trustee);
    expect(second.text).toContain('Line 1,');
    expect(second.text).not.toContain('Earlier');
  });

  it('is for those the operation is for: nobody signed out, no moderator, nobody of another charity', async () => {
    const moderator = await gateway.aMembersSession(charityId, 'moderator');
    const other = await gateway.aCharity('other');
    const stranger = await gateway.aMembersSession(other.charityId, 'owner');
    for (const [path, method] of [
      ['', 'GET'],
      ['/proof', 'POST'],
    ] as const) {
      expect((await look(path, undefined, method)).status).toBe(401);
      for (const token of [moderator, stranger, await gateway.aCuratorsSession(charityId)])
        expect((await look(path, token, method)).status).toBe(403);
    }
  });

  it('says what is wrong with an address that was typed by hand', async () => {
    expect((await look('?before=soon', trustee)).status).toBe(400);
    expect((await gateway.ask('/c/nobody/audit')).status).toBe(404);
  });

  it('C3: has a button that proves it, or names the first broken link', async () => {
    const whole = await look('/proof', trustee, 'POST');
    expect(whole.text).toContain('is whole');
    expect(whole.text).toMatch(/<pre>\d+:[0-9a-f]{64}<\/pre>/);
    await tamper(gateway, 'DELETE FROM audit_line WHERE charity_id = $1 AND number = 7', [charityId]);
    const broken = await look('/proof', trustee, 'POST');
    expect(broken.text).toContain('Line 7 is missing');
  });
});
