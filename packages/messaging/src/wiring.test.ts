import { accept, anyone, defineOperation } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { consume } from './inbox/consume.js';
import { lampCatalog } from './rehearsal/lamp-catalog.js';
import { serve } from './request/serve.js';

/** What must not compile is marked `@ts-expect-error`: this file builds only as long as each of them fails to. */

class HearsLamp {
  async handle(_fact: { data: { step: number; colour: string } }): Promise<void> {}
}
class HearsSomethingElse {
  async handle(_fact: { data: { weight: number } }): Promise<void> {}
}

const lightLamp = defineOperation({
  name: 'light-lamp',
  owner: 'scheduling',
  summary: 'Lights a lamp.',
  method: 'POST',
  path: '/v1/lamps',
  access: [anyone],
  input: z.object({ colour: z.string() }),
  output: z.object({ lampId: z.string() }),
  refusals: { noOil: { status: 409, message: 'The lamp has no oil.' } },
});
class LightsLamp {
  handle = async (input: { colour: string }) => accept({ lampId: input.colour });
}
class AnswersSomethingElse {
  handle = async () => accept({ weight: 3 });
}

describe('the consumers of a service', () => {
  it('are wired when each event that names the service has one', () => {
    const wired = consume('feedback', lampCatalog, { 'lamp.lit.v1': HearsLamp, 'lamp.dimmed.v1': HearsLamp });
    expect(wired.controllers).toHaveLength(2);
  });

  it('do not build when one is missing, too many, or of another event', () => {
    // @ts-expect-error lamp.dimmed has no consumer
    const missing = () => consume('feedback', lampCatalog, { 'lamp.lit.v1': HearsLamp });
    const sold = { 'lamp.sold.v1': HearsLamp };
    // @ts-expect-error lamp.lit is not for recruitment
    const tooMany = () => consume('recruitment', lampCatalog, { ...sold, 'lamp.lit.v1': HearsLamp });
    // @ts-expect-error the class expects other data
    const another = () => consume('recruitment', lampCatalog, { 'lamp.sold.v1': HearsSomethingElse });
    expect([missing, tooMany, another]).toHaveLength(3);
  });
});

describe('the use cases of a service', () => {
  it('are wired when each operation has one', () => {
    expect(serve({ 'light-lamp': lightLamp }, { 'light-lamp': LightsLamp }).controllers).toHaveLength(1);
  });

  it('do not build when one is missing or answers what the contract does not say', () => {
    // @ts-expect-error light-lamp has no use case
    const missing = () => serve({ 'light-lamp': lightLamp }, {});
    // @ts-expect-error another output
    const another = () => serve({ 'light-lamp': lightLamp }, { 'light-lamp': AnswersSomethingElse });
    expect([missing, another]).toHaveLength(2);
  });
});
