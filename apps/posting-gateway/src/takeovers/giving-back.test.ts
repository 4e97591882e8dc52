import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CuratorId } from '@baton/contracts';
import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { GiveAccountBack } from './give-account-back.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** There is no bus on this stage: scheduling hears of nothing, and is not heard, unless a test says so. */
const giveBack = (charity: CharityOnStage, caller = charity.asCurator()) => {
  const { charityId, takeoverId } = charity;
  return stage.app.get(GiveAccountBack).handle({ charityId, takeoverId }, caller);
};

describe('giving the account back', () => {
  it('R6 ends at once, though no fact of it arrives anywhere: nothing of the curator’s goes any more', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await charity.submit('Out');
    await stage.publish();
    await charity.submit('Waiting');
    await charity.submit('Mail robin@example.org');
    expect(await giveBack(charity)).toMatchObject({ ok: true, value: { stopped: 2, unknown: 0 } });
    expect(await charity.trySubmit(['Too late'])).toMatchObject({ refusal: { code: 'windowClosed' } });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Out', 'Goodbye']);
    expect(await charity.states()).toEqual([
      'published',
      'published',
      'missedWindow',
      'missedWindow',
      'published',
    ]);
  });

  it('R6 stops what was about to be sent', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Nearly');
    charity.account.onPrepare = async () => {
      await giveBack(charity);
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
  });

  it('R6 in the middle of anything, 10 seeds: what had not begun by then does not go', async () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const random = seeded(seed);
      const charity = await stage.aCharity();
      for (let count = 0; count < 6; count += 1) await charity.submit(`seed ${seed}, ${count}`);
      const publishing = Promise.all([stage.publish(), stage.publish()]);
      for (let turn = random.below(400); turn > 0; turn -= 1) await nextTurn();
      await giveBack(charity);
      const begun = (await charity.states()).filter((state) => state !== 'missedWindow').length;
      await publishing;
      await stage.publish();
      expect({ seed, out: charity.account.texts().length }).toEqual({ seed, out: begun });
    }
  });

  it('is said once, to the rota and in the audit, and its own end heard later changes nothing', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    const first = await giveBack(charity);
    await stage.pass(60_000);
    expect(await giveBack(charity)).toEqual(first);
    expect(await giveBack(charity, charity.asManager())).toEqual(first);
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Goodbye']);
    const { curatorId, takeoverId } = charity;
    const facts = (await charity.facts()).filter(({ type }) => type === 'baton.takeover.given-back.v1');
    const closedAt = first.ok ? first.value.closedAt : 'refused';
    expect(facts.map(({ data }) => data)).toEqual([{ takeoverId, curatorId, givenBackAt: closedAt }]);
    const audited = (await charity.facts()).filter(({ data }) => data['action'] === 'takeover.ended');
    expect(audited).toHaveLength(1);
  });

  it('after the window says when it ended, and is no news', async () => {
    const charity = await stage.aCharity();
    await stage.pass(windowMs);
    expect(await giveBack(charity)).toMatchObject({ ok: true, value: { stopped: 0 } });
    expect((await charity.facts()).map(({ type }) => type)).not.toContain('baton.takeover.given-back.v1');
  });

  it('is not for another curator, nor before the takeover has begun', async () => {
    const charity = await stage.aCharity();
    const stranger = charity.asCurator(randomUUID() as string as CuratorId);
    expect(await giveBack(charity, stranger)).toMatchObject({ refusal: { code: 'notYours' } });
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE takeover SET opens_at = closes_at - interval '1 minute'`),
    );
    expect(await giveBack(charity)).toMatchObject({ refusal: { code: 'notBegun' } });
  });
});
