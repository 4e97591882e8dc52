import type { CharityId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cookieName } from '../door/request.js';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

const words = 'Green smoothies, and why my legs like them';

describe('what somebody typed in the rehearsal', () => {
  let gateway: GatewayOnStage;
  let charityId: CharityId;
  beforeAll(async () => {
    gateway = await GatewayOnStage.open();
    ({ charityId } = await gateway.aCharity('rehearsing'));
  });
  afterAll(() => gateway.close());

  const send = (cookie?: string, press = 'try') =>
    gateway.ask('/curator/rehearsal', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
      body: new URLSearchParams({
        boxes: '2',
        text1: words,
        text2: 'And again',
        option1: 'Tea',
        option2: 'Milk',
        press,
      }),
    });

  it.each(['try', 'another'])('outlives a session that has ended (%s)', async (press) => {
    const { status, text } = await send(undefined, press);
    expect(status).toBe(422);
    for (const kept of [words, 'And again', 'value="Tea"', 'sign in again in another tab'])
      expect(text).toContain(kept);
  });

  it.each(['try', 'another'])('outlives a service that does not answer (%s)', async (press) => {
    const cookie = `${cookieName}=${await gateway.aCuratorsSession(charityId)}`;
    const { text } = await send(cookie, press);
    for (const kept of [words, 'And again', 'value="Tea"', 'not answering just now'])
      expect(text).toContain(kept);
  });
});
