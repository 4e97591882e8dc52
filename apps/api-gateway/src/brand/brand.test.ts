import { setBrand, viewBrand } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

const canary = 'GPS 51.5007 N 0.1246 W';
const logoOf = (format: 'png' | 'jpeg') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#4b1f86' } })
    .withExif({ IFD0: { ImageDescription: canary } })
    .toFormat(format)
    .toBuffer();
const inBase64 = (bytes: Buffer) => ({ bytes: bytes.toString('base64'), description: 'A baton handed on' });

async function aManager(slug: string) {
  const { charityId } = await gateway.aCharity(slug);
  return { charityId, token: await gateway.aMembersSession(charityId, 'manager') };
}

describe('a charity’s brand', () => {
  it('colours its page for light and dark, and shows its logo with words for who does not see it', async () => {
    const { charityId, token } = await aManager('branded');
    const logo = inBase64(await logoOf('jpeg'));
    const answer = await gateway.call(setBrand, { charityId, colour: '#4B1F86', logo }, token);
    expect(answer).toMatchObject({ status: 200, body: { brand: { colour: '#4b1f86' } } });
    const { text } = await gateway.ask('/c/branded');
    expect(text).toContain('--accent: #4b1f86');
    expect(text).toContain('alt="A baton handed on"');
    const shown = await fetch(`${gateway.origin}/c/branded/logo`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await shown.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('P1: leaves nothing in the logo but the picture', async () => {
    const { charityId, token } = await aManager('clean-logo');
    const source = await logoOf('png');
    expect(source.toString('latin1')).toContain(canary);
    await gateway.call(setBrand, { charityId, colour: '#4b1f86', logo: inBase64(source) }, token);
    const bytes = Buffer.from(await (await fetch(`${gateway.origin}/c/clean-logo/logo`)).arrayBuffer());
    expect(bytes.toString('latin1')).not.toContain('GPS');
  });

  it('too pale to read is refused with the nearest colour that reads, which is then taken', async () => {
    const { charityId, token } = await aManager('pale');
    const refused = await gateway.call(setBrand, { charityId, colour: '#ffd700' }, token);
    expect(refused).toMatchObject({ status: 422, body: { refusal: { code: 'tooPale' } } });
    expect(await gateway.call(viewBrand, { charityId })).toMatchObject({ body: { brand: null } });
    const nearest = (refused.body.refusal?.details as { nearest: string } | undefined)?.nearest ?? '';
    expect(await gateway.call(setBrand, { charityId, colour: nearest }, token)).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['an SVG, which can carry a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('a logo')],
  ])('%s is no logo, and the one before stays', async (what, bytes) => {
    const { charityId, token } = await aManager(`no-logo-${what.length}`);
    await gateway.call(
      setBrand,
      { charityId, colour: '#4b1f86', logo: inBase64(await logoOf('png')) },
      token,
    );
    const answer = await gateway.call(
      setBrand,
      { charityId, colour: '#000000', logo: inBase64(bytes) },
      token,
    );
    expect(answer).toMatchObject({ status: 422, body: { refusal: { code: 'notAPicture' } } });
    expect(await gateway.call(viewBrand, { charityId })).toMatchObject({
      body: { brand: { colour: '#4b1f86', logoDescription: 'A baton handed on' } },
    });
  });

  it('is nobody else’s: a charity without a logo has none to show', async () => {
    await gateway.aCharity('plain');
    expect(await gateway.ask('/c/plain/logo')).toMatchObject({ status: 404 });
    expect(await gateway.ask('/c/nowhere/logo')).toMatchObject({ status: 404 });
  });
});
