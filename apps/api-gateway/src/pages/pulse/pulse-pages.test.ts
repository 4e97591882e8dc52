import { accept, answerPulse, refuse } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../../rehearsal/gateway-on-stage.js';

const code = 'k3v9xw2m4q7t';
const words = 'I laughed for the first time in weeks.';
const closesAt = '2026-12-07T09:00:00.000Z';

describe('what a follower typed', () => {
  let gateway: GatewayOnStage;
  let seen: { charityId: string; closesAt: string };
  beforeAll(async () => {
    gateway = await GatewayOnStage.open();
    seen = { charityId: (await gateway.aCharity('heron')).charityId, closesAt };
  });
  beforeEach(() => gateway.answering.clear());
  afterAll(() => gateway.close());

  const isOpen = () =>
    gateway.answering.set('view-pulse', () =>
      accept({ ...seen, state: 'open', ticket: 'T'.repeat(46), figures: null }),
    );
  const send = () =>
    gateway.ask(`/p/${code}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: new URLSearchParams({ ticket: 'S'.repeat(46), lessAlone: 'yes', words }).toString(),
    });

  it.each(['cannot be asked', 'cannot take the answer'])(
    'waits in the form, which can be sent again, while the service %s',
    async (which) => {
      if (which === 'cannot take the answer') isOpen();
      const { status, text } = await send();
      expect(status).toBe(503);
      expect(text).toContain('has not been sent yet');
      expect(text).toContain(`>${words}</textarea>`);
      expect(text).toMatch(/value="yes" checked/);
      expect(text).toContain(`name="ticket" value="${'S'.repeat(46)}"`);
    },
  );

  it('is given back where the week ended meanwhile, and not called taken', async () => {
    isOpen();
    gateway.answering.set('answer-pulse', () => refuse('pulseOver', answerPulse.refusals.pulseOver));
    const { status, text } = await send();
    expect(status).toBe(410);
    expect(text).toContain('What you wrote was not taken.');
    expect(text).toContain(words);
  });

  it('is given back where its ticket is another’s', async () => {
    isOpen();
    gateway.answering.set('answer-pulse', () =>
      refuse('countedAlready', answerPulse.refusals.countedAlready),
    );
    expect((await send()).text).toContain(words);
  });

  it.each([
    [true, 'is asked to look at what you wrote'],
    [false, 'Nobody of the charity has been called'],
  ])(
    'and sounds like a crisis leads to help, and it is true what is said of the team: %s',
    async (teamIsCalled, said) => {
      isOpen();
      gateway.answering.set('answer-pulse', () =>
        accept({ changed: false, mayNeedHelp: true, teamIsCalled }),
      );
      const { status, text } = await send();
      expect(status).toBe(200);
      expect(text).toContain('You are not alone');
      expect(text).toContain(said);
    },
  );
});
