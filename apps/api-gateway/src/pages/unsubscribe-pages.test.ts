import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());
beforeEach(() => void gateway.asked.splice(0));

const charityId = '0192e7a0-0000-7000-8000-000000000099';
const token = `${charityId}_${'A_-'.repeat(14)}A`;
const path = `/mail/unsubscribe?token=${token}`;
const asked = { charityId, token: `${'A_-'.repeat(14)}A` };

describe('the link to get no more of a kind of mail', () => {
  it('opened, as mail scanners open every link, only shows a button', async () => {
    const answer = await gateway.ask(path);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/<form method="post" action="\/mail\/unsubscribe">/);
    expect(answer.text).toContain(`value="${token}"`);
    await gateway.ask(path, { method: 'HEAD' });
    expect(gateway.asked).toEqual([]);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'a form in parts',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('is pressed by a mail program, from nowhere and with %s (RFC 8058)', async (_, type, body) => {
    await gateway.ask(path, { method: 'POST', headers: { 'content-type': type }, body });
    expect(gateway.asked).toEqual([asked]);
  });

  it('is pressed by a person, on the page', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await gateway.ask('/mail/unsubscribe', { method: 'POST', headers, body: `token=${token}` });
    expect(gateway.asked).toEqual([asked]);
  });

  it.each(['', '?token=', `?token=${token.slice(0, -3)}`, '?token=<script>', `?token=${charityId}`])(
    'that is not whole is told so kindly, and asks nobody: %s',
    async (query) => {
      for (const method of ['GET', 'POST']) {
        const answer = await gateway.ask(`/mail/unsubscribe${query}`, { method });
        expect(answer.status).toBe(422);
        expect(answer.text).toContain('This link is not whole');
        expect(answer.text).not.toContain('<script>');
      }
      expect(gateway.asked).toEqual([]);
    },
  );

  it('takes a form in parts nowhere else', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await gateway.ask('/api/sign-in', { method: 'POST', headers, body: '--b--' });
    expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'badInput' } } });
  });
});
