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

const honest = 60;

/** Sixty people answered from sixty places; then a machine comes. Answers how many of its answers count. */
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
  it('counts 8 of 10,000 answers that come from one network, whatever devices they pretend to be', async () => {
    expect(await stuffed(10_000, { network: () => '203.0.113.0/24' })).toEqual({
      counted: 8,
      setAside: 9_992,
    });
  }, 120_000);

  it('counts 160 of 2,000 from twenty networks, and 40 where these lie next to each other', async () => {
    const apart = await stuffed(2_000, { network: (at) => `${20 + (at % 20)}.0.0.0/24` });
    expect(apart).toEqual({ counted: 160, setAside: 1_840 });
    const beside = await stuffed(2_000, { network: (at) => `203.0.${at % 20}.0/24` });
    expect(beside).toEqual({ counted: 40, setAside: 1_960 });
  }, 120_000);

  it('counts 40 of 1,000 from as many networks that one IPv6 customer can make up', async () => {
    const network = (at: number) => `2001:0db8:01${at.toString(16).padStart(3, '0').slice(-2)}::/48`;
    const { counted } = await stuffed(1_000, { network });
    expect(counted).toBe(40);
  }, 60_000);

  it('counts one of 500 by one device from everywhere', async () => {
    const device = newDevice();
    const all = { device: () => device, network: (at: number) => `${1 + (at % 200)}.${at % 250}.0.0/24` };
    expect(await stuffed(500, all)).toEqual({ counted: 1, setAside: 0 });
  }, 60_000);
});
