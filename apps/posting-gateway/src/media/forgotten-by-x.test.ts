import type { MediaId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { OpenTakeover } from '../rehearsal/open-takeover.js';
import { XAccount } from '../x/x-account.js';

let gateway: GatewayWithSandbox;
let takeover: OpenTakeover;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
  takeover = await OpenTakeover.begin(gateway);
});
afterAll(() => gateway.stop());

const aPicture = async () => {
  const green = sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } });
  return takeover.upload(await green.png().toBuffer(), 'A green square');
};
/** X has the pictures before any post carries them, as after an attempt that was told to wait. */
const giveToX = (mediaIds: readonly MediaId[]) => {
  const { charityId, accountId } = takeover.charity;
  return gateway.service.app.get(XAccount).prepare(charityId, accountId, { text: '', mediaIds });
};
const uploads = () =>
  gateway.sandbox.control.requests().filter(({ path }) => path === '/2/media/upload/initialize').length;

describe('pictures that X has forgotten', () => {
  it('are given to X anew, once, and the post goes on with their descriptions', async () => {
    const mediaIds = [await aPicture(), await aPicture()];
    await giveToX(mediaIds);
    gateway.sandbox.control.forgetUploads(takeover.charity.handle);
    const before = uploads();
    const { postId } = await takeover.submit({ text: 'Still here', mediaIds });
    expect(await takeover.altTextsOnX(postId)).toEqual(['A green square', 'A green square']);
    expect(uploads() - before).toBe(2);
    const { timeline } = await takeover.post(postId);
    expect(timeline.map(({ what }) => what)).toContain(
      'X had forgotten a picture of it, so nothing was posted. X gets the picture again.',
    );
  });

  it('are not given to X for ever: what X says no to right after it got them is refused', async () => {
    const mediaIds = [await aPicture()];
    await giveToX(mediaIds);
    gateway.sandbox.control.queueFault({
      ...{ method: 'POST', path: '/2/tweets', status: 400, times: 2 },
      body: { errors: [{ message: 'Your media IDs are invalid.' }] },
    });
    const { postId } = await takeover.submit({ text: 'Not this one', mediaIds });
    expect(await takeover.until(postId, 'rejected')).toMatchObject({ status: { reason: 'mediaRefused' } });
    expect(gateway.sandbox.control.faults()).toEqual([]);
  });
});
