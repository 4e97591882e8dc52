import { platformId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open({ SMTP_URL: 'smtp://127.0.0.1:1' });
  await gateway.aCharity('no-post');
});
afterAll(() => gateway.close());

const failuresOfWaiting = async (): Promise<number[]> => {
  const rows = await gateway.inCharity(platformId, (tx) =>
    tx.query<{ failures: number }>('SELECT failures FROM mail_queue'),
  );
  return rows.map(({ failures }) => failures);
};

describe('a mail nobody takes', () => {
  it('is tried again and again, and given up once its code would no longer work', async () => {
    let seen = 0;
    for (let minutes = 0; ; ) {
      const [failures] = await failuresOfWaiting();
      if (failures === undefined) break;
      if (failures === seen) continue;
      seen = failures;
      minutes += 3;
      await gateway.database.shiftClock(minutes * 60_000);
    }
    expect(seen).toBe(5);
  });
});
