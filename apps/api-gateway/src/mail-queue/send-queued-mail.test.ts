import type { CharityId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

const minuteMs = 60_000;
let gateway: GatewayOnStage;
let charityId: CharityId;
beforeAll(async () => {
  gateway = await GatewayOnStage.open({ SMTP_URL: 'smtp://127.0.0.1:1' });
  ({ charityId } = await gateway.aCharity('no-post'));
});
afterAll(() => gateway.close());

const failuresOfWaiting = async (): Promise<number[]> => {
  const rows = await gateway.inCharity(charityId, (tx) =>
    tx.query<{ failures: number }>('SELECT failures FROM mail_queue'),
  );
  return rows.map(({ failures }) => failures);
};

describe('a mail nobody takes', () => {
  it('is tried again and again, and given up once its code would no longer work', async () => {
    const seen = new Set<number>();
    for (let minutes = 0; ; minutes += 9) {
      const [failures] = await failuresOfWaiting();
      if (failures === undefined) break;
      seen.add(failures);
      await gateway.database.shiftClock(minutes * minuteMs);
    }
    expect(Math.max(...seen)).toBe(8);
  });
});
