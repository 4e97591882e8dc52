import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { RandomMailRun } from '../rehearsal/random-mail-run.js';
import { Stage } from '../rehearsal/stage.js';

const seeds = Number(process.env['MAIL_SEEDS'] ?? 20);

describe('mails, whatever happens in whatever order', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    await stage.startReplica();
    await stage.stopSendingByItself();
    charity = await stage.aCharity();
  }, 150_000);
  afterAll(() => stage.close());

  it(`none goes after its reason is gone, and none twice under two names: ${seeds} runs`, async () => {
    const failures: string[] = [];
    let arrived = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      await stage.database.shiftClock(0);
      const curator = await charity.aCurator();
      accepted(await charity.signIn(curator.email, await charity.codeFor(curator.email)));
      accepted(await charity.agree(curator, await charity.agreement()));
      const run = new RandomMailRun(stage, charity, curator, seeded(seed));
      for (const broken of await run.play(12)) failures.push(`seed ${seed}: ${broken}`);
      arrived += stage.mailbox.to(curator.email).length;
      await stage.asOwner('DELETE FROM recruitment.mail_queue');
    }
    await stage.database.shiftClock(0);
    expect(failures).toEqual([]);
    expect(arrived).toBeGreaterThan(seeds * 4);
  }, 1_500_000);

  it('and the same letter for the same cause is one mail, ever', async () => {
    const mails = stage.mailbox.mails.length;
    const ids = new Set(stage.mailbox.mails.map(({ messageId }) => messageId));
    const rows = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ twice: number }>(
        `SELECT count(*)::int AS twice FROM mail GROUP BY addressee_id, letter, cause HAVING count(*) > 1`,
      ),
    );
    expect(rows).toEqual([]);
    expect(ids.size).toBeLessThanOrEqual(mails);
  });
});
