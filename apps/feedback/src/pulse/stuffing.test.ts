import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { newDevice, PulseOnStage } from '../rehearsal/follower-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

let stage: Stage;
let charity: CharityOnStage;
beforeAll(async () => {
  stage = await Stage.open();
  charity = await stage.aCharity();
});
afterAll(() => stage.close());

const honest = 20;
/** 10,000 take a minute or two: `STUFFING=10000`. */
const flood = Number(process.env['STUFFING'] ?? 1_000);

/** Twenty people answered from twenty places; then a machine comes. Answers how many of its answers count. */
async function stuffed(
  answers: number,
  how: { device?(at: number): string; network(at: number): string },
): Promise<{ counted: number; setAside: number }> {
  const pulse = await PulseOnStage.of(stage, charity);
  await pulse.floods(honest, { device: newDevice, network: (at) => `198.${at}.7.0/24` });
  await pulse.floods(answers, { device: newDevice, ...how });
  const { figures, setAside } = await pulse.sofar();
  return { counted: figures.answered - honest, setAside };
}

describe('a ballot that somebody wants to stuff', () => {
  it(`counts 8 of ${flood} answers that come from one network, whatever devices they pretend to be`, async () => {
    const { counted, setAside } = await stuffed(flood, { network: () => '203.0.113.0/24' });
    expect({ counted, setAside }).toEqual({ counted: 8, setAside: flood - 8 });
  }, 300_000);

  it('keeps one row for each answer that counts, and a number for all the others', async () => {
    const pulse = await PulseOnStage.of(stage, charity);
    const devices = Array.from({ length: 50 }, newDevice);
    const from = { device: (at: number) => devices[at] ?? '', network: () => '203.0.113.0/24' };
    await pulse.floods(50, from);
    await pulse.floods(50, from);
    expect(await pulse.sofar()).toMatchObject({ figures: { answered: 8 }, setAside: 42 });
    const rows = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT FROM pulse_answer WHERE takeover_id = $1', [pulse.takeoverId]),
    );
    expect(rows).toHaveLength(8);
  }, 60_000);

  it('counts 160 of 600 from twenty networks, and 40 where these lie next to each other', async () => {
    const apart = await stuffed(600, { network: (at) => `${20 + (at % 20)}.0.0.0/24` });
    expect(apart).toEqual({ counted: 160, setAside: 440 });
    const beside = await stuffed(600, { network: (at) => `203.0.${at % 20}.0/24` });
    expect(beside).toEqual({ counted: 40, setAside: 560 });
  }, 120_000);

  it('counts 40 of 256 from as many networks that one IPv6 customer can make up', async () => {
    const network = (at: number) => `2001:0db8:01${at.toString(16).padStart(3, '0').slice(-2)}::/48`;
    const { counted } = await stuffed(256, { network });
    expect(counted).toBe(40);
  }, 60_000);

  it('counts one of 200 by one device from everywhere', async () => {
    const device = newDevice();
    const all = { device: () => device, network: (at: number) => `${1 + (at % 200)}.${at % 250}.0.0/24` };
    expect(await stuffed(200, all)).toEqual({ counted: 1, setAside: 0 });
  }, 60_000);
});
