import { type Caller, operations } from '@baton/contracts';
import { Bus, callerHeader } from '@baton/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';
import { cookieName } from './request.js';

const { 'answer-pulse': answerPulse, 'view-pulse': viewPulse } = operations.feedback;

describe('an operation that asks from which network it is called', () => {
  let gateway: GatewayOnStage;
  const callers: Caller[] = [];
  beforeAll(async () => {
    gateway = await GatewayOnStage.open({ TRUST_PROXY: 'true' });
    gateway.app.get(Bus).connection.subscribe('op.feedback.*', {
      callback: (_, question) => {
        callers.push(callerIn(question.headers?.get(callerHeader) ?? ''));
      },
    });
  });
  afterAll(() => gateway.close());

  /** The body of the signed caller, whatever stands around it. */
  const callerIn = (header: string): Caller => {
    const parts = header.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    const body = parts.find((part) => part.includes('"kind"')) ?? '{}';
    const read = JSON.parse(body) as Caller & { caller?: Caller };
    return read.caller ?? read;
  };

  const call = async (headers: Record<string, string> = {}) => {
    callers.length = 0;
    const path = answerPulse.path.replace('{code}', 'k3v9xw2m4q7t');
    await gateway.ask(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '1.1.1.1, 203.0.113.77', ...headers },
      body: JSON.stringify({ ticket: '', device: 'A'.repeat(22), network: '9.9.9.0/24' }),
    });
    return callers[0];
  };

  it('is told the network that our proxy saw, and nothing that the caller says', async () => {
    expect(await call()).toEqual({ kind: 'anyone', network: '203.0.113.0/24' });
  });

  it('is not told who it is, even where a curator is signed in', async () => {
    const { charityId } = await gateway.aCharity('curious');
    const token = await gateway.aCuratorsSession(charityId);
    const cookie = { cookie: `${cookieName}=${token}`, 'sec-fetch-site': 'same-origin' };
    for (const headers of [cookie, { authorization: `Bearer ${token}` }] as Record<string, string>[])
      expect(await call(headers)).toEqual({ kind: 'anyone', network: '203.0.113.0/24' });
  });

  it('is the only one: others for anyone learn no network', async () => {
    callers.length = 0;
    await gateway.ask(`/api${viewPulse.path.replace('{code}', 'k3v9xw2m4q7t')}`);
    expect(callers).toEqual([{ kind: 'anyone' }]);
  });
});
