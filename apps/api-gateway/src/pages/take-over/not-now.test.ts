import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, GatewayOnStage } from '../../rehearsal/gateway-on-stage.js';

const typed = {
  about: 'My relapse began on a Tuesday & it <ended>\nwell.',
  name: 'Ada "Countess"',
  press: '',
};

/** The hidden fields of a page, as a browser would send them again. */
const carried = ({ text }: Answer) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name, value = '']) => [
        name,
        value
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&'),
      ],
    ),
  );

describe('a form that cannot be taken just now', () => {
  let gateway: GatewayOnStage;
  beforeAll(async () => {
    gateway = await GatewayOnStage.open({ ANYONE_PER_MINUTE: '3', TRUST_PROXY: 'true' });
    await gateway.aCharity('not-now');
  });
  afterAll(() => gateway.close());

  const path = `/c/not-now/calls/${newId()}`;
  const send = (address: string, { to = path, more = {} } = {}) =>
    gateway.ask(to, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address },
      body: new URLSearchParams({ ...typed, ...more }),
    });

  it('because nobody answers goes along with the page that says so, to the letter', async () => {
    const answer = await send('192.0.2.1');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(`<form method="post" action="${path}">`);
    expect(carried(answer)).toEqual(typed);
  });

  it('because too many came from there goes along as well', async () => {
    const answers = [];
    for (let form = 0; form < 5; form += 1) answers.push(await send('192.0.2.2'));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 429, 429]);
    for (const answer of answers) expect(carried(answer)).toEqual(typed);
    expect(answers.at(-1)?.text).toContain('Yours is still here');
  });

  it('is not lost in a frame on another site, which shows the page', async () => {
    const to = `${path}/embed`;
    for (const status of [503, 503, 503, 429]) {
      const answer = await send('192.0.2.3', { to });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-security-policy')).not.toContain("frame-ancestors 'none'");
      expect(answer.text).toContain(`<form method="post" action="${to}">`);
      expect(answer.text).not.toContain('<footer>');
    }
    const unframed = await send('192.0.2.4');
    expect(unframed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('is not begun in an empty frame: what is wrong is said in it', async () => {
    const answer = await gateway.ask(`${path}/embed`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-security-policy')).not.toContain("frame-ancestors 'none'");
  });

  it('is told so in the language it was read in', async () => {
    const { text } = await send('192.0.2.5', { more: { language: 'cy' } });
    expect(text).toContain('<html lang="cy">');
    expect(text).toContain('Mae’ch ffurflen yn dal yma');
  });
});
