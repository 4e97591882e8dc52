import {
  listSignpostingPresets,
  SignpostingResource,
  setSignposting,
  signpostingSet,
  viewSignposting,
} from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { presets } from './presets.js';

let gateway: GatewayWithSandbox;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});

afterAll(async () => {
  await gateway.stop();
});

const anybody = { kind: 'anyone' } as const;
const seen = ({ charityId, ...charity }: CharityWithSandbox) =>
  gateway.service.call(viewSignposting, { charityId }, anybody).then((result) => {
    if (!result.ok) throw new Error(`refused for ${charity.handle}`);
    return result.value;
  });
const ownLine = { name: 'MS Helpline', about: 'Weekdays, nine to five.', call: '0808 800 8000' };

const isForWhoIsHurtAtHome = ({ about }: SignpostingResource): boolean =>
  /at home hurts|zu Hause Gewalt|à la maison|thuis geweld/.test(about);

describe('where a charity points people in distress to', () => {
  it('is known by country, each line with a way to reach it, and says that it must be checked', async () => {
    const charity = await gateway.aCharity();
    const listed = await charity.succeed(listSignpostingPresets, {}, anybody);
    expect(listed.presets.map(({ country }) => country)).toEqual(Object.keys(presets));
    for (const { resources } of listed.presets) {
      for (const resource of resources) expect(SignpostingResource.safeParse(resource).success).toBe(true);
    }
    expect(listed.presets.filter(({ resources }) => !resources.some(isForWhoIsHurtAtHome))).toEqual([]);
    expect(listed.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(listed.note).toContain('before you take them over');
  });

  it('is its country’s list, marked as unconfirmed, until it has set its own; open to everybody', async () => {
    expect(await seen(await gateway.aCharity())).toEqual({
      ...{ resources: presets.GB, version: 0, confirmedByCharity: false, setAt: null },
    });
  });

  it('is its own once somebody has confirmed it, and others hear of it once', async () => {
    const charity = await gateway.aCharity();
    const { charityId } = charity;
    const order = { charityId, resources: [ownLine, ...presets.GB], confirmed: true as const };
    await charity.succeed(setSignposting, order, charity.asManager);
    await charity.succeed(setSignposting, order, charity.asTrustee);
    expect(await seen(charity)).toMatchObject({
      ...{ version: 1, confirmedByCharity: true, resources: order.resources },
    });
    const facts = (await gateway.service.stated(signpostingSet)).filter(
      ({ charityid }) => charityid === charityId,
    );
    expect(facts).toMatchObject([{ revision: 1, data: { version: 1, resources: order.resources.length } }]);
  });

  it.each([
    ['nobody has confirmed', { resources: [ownLine], confirmed: false }],
    ['is empty', { resources: [], confirmed: true }],
    ['has a line nobody can reach', { resources: [{ name: 'A', about: 'B' }], confirmed: true }],
    [
      'leads to a page that is not safe',
      { resources: [{ name: 'A', about: 'B', web: 'http://a.example' }], confirmed: true },
    ],
  ])('is not changed by a list that %s', async (_, order) => {
    const charity = await gateway.aCharity();
    const { charityId } = charity;
    const input = { charityId, ...order } as Parameters<typeof charity.call<typeof setSignposting>>[1];
    expect(await charity.call(setSignposting, input, charity.asManager)).toMatchObject({
      refusal: { code: 'badInput' },
    });
    expect(await seen(charity)).toMatchObject({ version: 0 });
  });

  it('T1: is set by the charity’s own team only', async () => {
    const [charity, stranger] = [await gateway.aCharity(), await gateway.aCharity()];
    const order = { charityId: charity.charityId, resources: [ownLine], confirmed: true as const };
    for (const caller of [stranger.asManager, charity.asCurator]) {
      expect(await charity.call(setSignposting, order, caller)).toMatchObject({
        refusal: { code: 'forbidden' },
      });
    }
  });
});
