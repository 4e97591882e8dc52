import { stormBegan, stormOver, wireTypeOf } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inboxes, type OnAir } from '../rehearsal/inboxes.js';

const aMinute = 5_000;
/** As many pages as one look takes. */
const mostALook = 800;
const hourMs = 3_600_000;
let inboxes: Inboxes;

beforeAll(async () => {
  inboxes = await Inboxes.open();
});
afterAll(() => inboxes.close());

const storms = async ({ charity }: OnAir): Promise<string[]> => {
  const said = [
    ...(await inboxes.gateway.service.stated(stormBegan)),
    ...(await inboxes.gateway.service.stated(stormOver)),
  ];
  return said.filter(({ charityid }) => charityid === charity.charityId).map(({ type }) => type);
};

describe('5,000 messages in a minute', () => {
  it('are set aside within bounds; the team hears once, others’ inboxes go on, and it is over when it is', async () => {
    const [stormy, calm] = [await inboxes.onAir(), await inboxes.onAir()];
    await inboxes.look();
    for (let n = 0; n < aMinute; n += 1) stormy.writes(`number ${n}`, undefined, `troll${n % 900}`);
    calm.writes('Good morning');
    await inboxes.look();
    expect((await calm.onlyOne()).text).toContain('Good morning');
    const { mentions, setAside, arrival } = await stormy.inbox();
    expect(mentions.length + setAside).toBeLessThanOrEqual(mostALook);
    expect(setAside).toBeGreaterThanOrEqual(500);
    expect(arrival?.missedSome).toBe(true);
    expect((await calm.inbox()).arrival?.missedSome).toBe(false);
    expect(arrival?.words).toContain('Very many messages came at once');
    for (let look = 0; look < 3; look += 1) await inboxes.look(5 * 60_001);
    expect(await storms(stormy)).toEqual([wireTypeOf(stormBegan)]);
    await inboxes.look(hourMs);
    expect(await storms(stormy)).toEqual([wireTypeOf(stormBegan), wireTypeOf(stormOver)]);
    expect((await stormy.inbox()).setAside).toBe(setAside);
    expect(await storms(calm)).toEqual([]);
  }, 120_000);
});
