import type { AccountId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Lanes } from '../publishing/lanes.js';
import { GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { OpenTakeover } from '../rehearsal/open-takeover.js';
import { AccountTokens } from './account-tokens.js';

let gateway: GatewayWithSandbox;
beforeAll(async () => {
  gateway = await GatewayWithSandbox.start();
});
afterAll(() => gateway.stop());

/** Somebody stands before a lock that this transaction has. */
async function somebodyWaits(tx: Tx): Promise<void> {
  const waiting = 'SELECT 1 FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid)) LIMIT 1';
  while ((await tx.query(waiting)).length === 0) await new Promise((turn) => setImmediate(turn));
}

/** Takes locks as whoever writes down an outcome: the lane, then, when `other` stands before that, the account. */
async function settleBeside(takeover: OpenTakeover, other: () => Promise<unknown>): Promise<void> {
  const { charityId, accountId } = takeover.charity;
  let ended: Promise<unknown> = Promise.resolve();
  await gateway.database.inCharity(charityId, async (tx) => {
    await gateway.service.app.get(Lanes).wakeNow(tx, accountId);
    ended = other();
    await somebodyWaits(tx);
    await tx.query('SELECT 1 FROM account WHERE account_id = $1 FOR UPDATE NOWAIT', [accountId]);
  });
  await ended;
}

/** An account through which a post has gone, so that it has a lane. */
async function published(): Promise<OpenTakeover> {
  const takeover = await OpenTakeover.begin(gateway);
  const { postId } = await takeover.submit({ text: 'One' });
  await takeover.until(postId, 'published');
  return takeover;
}

const setToBeRenewed = (charityId: OpenTakeover['charity']['charityId'], accountId: AccountId) =>
  gateway.database.inCharity(charityId, (tx) =>
    tx.query(`UPDATE account SET access_expires_at = baton.now() WHERE account_id = $1`, [accountId]),
  );

describe('what becomes of a post is written down while', () => {
  it('its account is connected again: one waits for the other, and neither is broken off', async () => {
    const takeover = await published();
    await expect(settleBeside(takeover, () => takeover.charity.connect())).resolves.toBeUndefined();
  });

  it('its keys are renewed: one waits for the other, and neither is broken off', async () => {
    const takeover = await published();
    const { charityId, accountId } = takeover.charity;
    await setToBeRenewed(charityId, accountId);
    const renew = async () => {
      const renewed = await gateway.service.app.get(AccountTokens).fresh(charityId, accountId);
      expect(renewed).toMatchObject({ token: { generation: 2 } });
    };
    await expect(settleBeside(takeover, renew)).resolves.toBeUndefined();
  });
});
