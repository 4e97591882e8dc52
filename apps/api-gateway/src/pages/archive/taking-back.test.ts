import { accept, leaveArchive, withdrawConsent } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieName } from '../../door/request.js';
import { GatewayOnStage } from '../../rehearsal/gateway-on-stage.js';

describe('P4: taking weekends off the public page', () => {
  let gateway: GatewayOnStage;
  let cookie: string;
  beforeAll(async () => {
    gateway = await GatewayOnStage.open();
    const { charityId } = await gateway.aCharity('taking-back');
    cookie = `${cookieName}=${await gateway.aCuratorsSession(charityId)}`;
    gateway.answering.set(withdrawConsent.name, () => accept({ withdrawn: true }));
  });
  afterAll(() => gateway.close());

  const sayNo = () =>
    gateway.ask('/curator/archive/no', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie },
    });

  it('says that it may take a minute where whoever shows them does not answer', async () => {
    const { status, text } = await sayNo();
    expect(status).toBe(202);
    expect(text).toContain('We have your no');
    expect(text).toContain('It may take a minute');
  });

  it('leads back once they are off it', async () => {
    gateway.answering.set(leaveArchive.name, () => accept({}));
    const { status, headers } = await sayNo();
    expect([status, headers.get('location')]).toEqual([303, '/curator/archive']);
  });
});
