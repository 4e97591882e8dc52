import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { XAccount } from './x-account.js';

let gateway: GatewayWithSandbox;
let charity: CharityWithSandbox;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  charity = await gateway.aCharity();
  await charity.connect();
});
afterAll(async () => {
  await gateway.stop();
});

const live = () => gateway.sandbox.control.posts(charity.handle).filter(({ life }) => life.state === 'live');

async function aPostOnX(text: string): Promise<string> {
  const x = gateway.service.app.get(XAccount);
  const prepared = await x.prepare(charity.charityId, charity.accountId, { text, mediaIds: [] });
  if (!('ready' in prepared)) throw new Error('not prepared');
  const outcome = await x.publish(prepared.ready, 2_000);
  if (outcome.outcome !== 'published') throw new Error('not published');
  return outcome.xPostId;
}

const remove = (xPostId: string) =>
  gateway.service.app.get(XAccount).remove(charity.charityId, charity.accountId, xPostId);
const fault = (rule: object) =>
  gateway.sandbox.control.queueFault({ method: 'DELETE', path: '/2/tweets/:id', ...rule });

describe('having X delete a post', () => {
  it('takes it off the timeline, and the same again is as good', async () => {
    const xPostId = await aPostOnX('Soon gone');
    expect(await remove(xPostId)).toEqual({ outcome: 'gone' });
    expect(live()).toEqual([]);
    expect(await remove(xPostId)).toEqual({ outcome: 'gone' });
  });

  it.each([
    ['is broken', { status: 503 }, { outcome: 'later' }],
    ['cuts the connection', { cut: 'before' }, { outcome: 'later' }],
    ['asks to wait', { status: 429, retryAfterS: 60 }, { outcome: 'laterAll', at: expect.any(Date) }],
    ['says no', { status: 403 }, { outcome: 'refused' }],
  ] as const)('can be tried again or not, as X %s', async (_, rule, outcome) => {
    const xPostId = await aPostOnX(`Asked to delete: ${_}`);
    fault(rule);
    expect(await remove(xPostId)).toEqual(outcome);
    expect(await remove(xPostId)).toEqual({ outcome: 'gone' });
  });

  it('finds it gone when X has done it and the answer was lost', async () => {
    const xPostId = await aPostOnX('Deleted, and nobody heard');
    fault({ cut: 'after' });
    expect(await remove(xPostId)).toEqual({ outcome: 'later' });
    expect(await remove(xPostId)).toEqual({ outcome: 'gone' });
  });
});
