import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CharityId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { waitsForStanding } from './waits-for-standing.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const waitings = async (charity: CharityOnStage) =>
  (await charity.posts()).map(({ status }) => ('waitingFor' in status ? status.waitingFor : status.state));

describe('a charity that the operator has stopped', () => {
  it.each(['suspended', 'leaving'] as const)(
    'R6 %s: nothing goes, nothing typed is lost, and it goes once the charity is active again',
    async (standing) => {
      const charity = await stage.aCharity();
      await charity.submit('Out before');
      await stage.publish();
      const [waiting] = await charity.submit('Waiting');
      await charity.stands(standing);
      await stage.publish();
      const [handedOver] = await charity.submit('Handed over meanwhile');
      await stage.publish();
      expect(charity.account.texts()).toEqual(['Out before']);
      expect(await waitings(charity)).toEqual(['published', 'standing', 'standing']);
      if (!waiting || !handedOver) throw new Error('no posts');
      expect(await charity.story(waiting)).toContain(waitsForStanding);
      expect(await charity.story(handedOver)).toContain(`Accepted. ${waitsForStanding}`);
      await charity.stands('active');
      await stage.publish();
      expect(charity.account.texts()).toEqual(['Out before', 'Waiting', 'Handed over meanwhile']);
    },
  );

  it('R6 suspended between a lane’s claim and its attempt: nothing goes', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Just about to go');
    charity.account.onPrepare = () => charity.stands('suspended');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['queued']);
  });

  it('R6 sends nothing of what X asked to send later, and nothing that a moderator approved', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('asksToWait');
    await charity.submit('Asked to wait');
    await stage.publish();
    const [held] = await charity.submit('Call me on 07700 900123');
    await charity.stands('suspended');
    if (held) await charity.decide(held, 'approve');
    await stage.pass(10_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['queued', 'queued']);
  });

  it('R6 says neither hello nor goodbye for the charity, and no late goodbye afterwards', async () => {
    const charity = await stage.aCharity();
    await charity.stands('suspended');
    await charity.open();
    await stage.publish();
    await charity.close();
    await stage.publish();
    await charity.stands('active');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['missedWindow', 'missedWindow']);
  });

  it('R6 sends nothing when it is active again after the window, though nobody has said that it closed', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Too late by then');
    await charity.stands('suspended');
    await stage.pass(windowMs);
    await charity.stands('active');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['missedWindow']);
  });

  it('R6 is not freed by the team’s own switch, nor the other way round', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Stopped twice');
    await charity.stands('suspended');
    await charity.setSwitch('pause');
    await charity.release();
    await stage.publish();
    await charity.setSwitch('pause');
    await charity.stands('active');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Stopped twice']);
  });

  it('R6 stays stopped when an older fact is heard after a newer one', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Waiting');
    await charity.stands('suspended', 7);
    await charity.stands('active', 6);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
  });

  it('R6 stays stopped when that is heard before the charity itself', async () => {
    const charity = new CharityOnStage(stage, newId<CharityId>());
    await charity.stands('suspended');
    await charity.begin();
    await charity.submit('Waiting');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await charity.stands('active');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Waiting']);
  });

  it('R6 suspended in the middle of anything, 10 seeds: what had not begun by then does not go', async () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const random = seeded(seed);
      const charity = await stage.aCharity();
      for (let count = 0; count < 6; count += 1) await charity.submit(`seed ${seed}, ${count}`);
      const publishing = Promise.all([stage.publish(), stage.publish()]);
      for (let turn = random.below(400); turn > 0; turn -= 1) await nextTurn();
      await charity.stands('suspended');
      const begun = (await charity.states()).filter((state) => state !== 'queued').length;
      await publishing;
      await stage.publish();
      expect({ seed, out: charity.account.texts().length }).toEqual({ seed, out: begun });
    }
  });
});
