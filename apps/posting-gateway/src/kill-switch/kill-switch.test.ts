import { setImmediate as nextTurn } from 'node:timers/promises';
import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

describe('the kill switch', () => {
  it('R6 pause: nothing goes, nothing is lost, and all of it goes when released', async () => {
    const charity = await stage.aCharity();
    const [out] = await charity.submit('Out before');
    await stage.publish();
    const [waiting] = await charity.submit('Waiting');
    const proof = await charity.setSwitch('pause');
    expect(proof).toMatchObject({
      switch: { mode: 'pause' },
      ...{ stopped: [waiting], alreadyOut: [out], unknown: [] },
    });
    await stage.publish();
    await charity.submit('Handed over meanwhile');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Out before']);
    if (waiting) expect(await charity.story(waiting)).toContain('Waits: the charity has paused posting.');
    const posts = await charity.posts();
    expect(posts.map(({ status }) => ('waitingFor' in status ? status.waitingFor : null))).toEqual([
      null,
      'switch',
      'switch',
    ]);
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Out before', 'Waiting', 'Handed over meanwhile']);
  });

  it('R6 hold: every post of the curator waits for a moderator, also what was queued before', async () => {
    const charity = await stage.aCharity();
    const [queued] = await charity.submit('Queued before');
    expect(await charity.setSwitch('hold')).toMatchObject({ stopped: [queued] });
    const [later] = await charity.submit('Handed over later');
    await stage.publish();
    expect(await charity.states()).toEqual(['held', 'held']);
    if (!queued || !later) throw new Error('no posts');
    await charity.decide(later, 'approve');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Handed over later']);
    await charity.release();
    await stage.publish();
    expect(await charity.states()).toEqual(['held', 'published']);
  });

  it('R6 stops the charity’s own introduction, too, and nobody can hold it', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('pause');
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.release('hold')).toMatchObject({ ok: true, value: { stopped: [] } });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin']);
  });

  it('R6 gives nothing back where it is thrown again: only a release does, and only a step back is one', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Waiting');
    await charity.setSwitch('pause');
    expect(await charity.trySwitch('hold')).toMatchObject({ ok: false, refusal: { code: 'looser' } });
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await charity.release();
    expect(await charity.release()).toMatchObject({ ok: true, value: { switch: { mode: 'off' } } });
    expect(await charity.release('hold')).toMatchObject({ ok: false, refusal: { code: 'stricter' } });
  });

  it('R6 thrown between a lane’s claim and its attempt: nothing goes', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Just about to go');
    charity.account.onPrepare = async () => {
      await charity.setSwitch('takenBack');
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['missedWindow']);
  });

  it('counts what X is being asked to publish as unknown, and lets it end', async () => {
    const charity = await stage.aCharity();
    const [going, next] = [...(await charity.submit('Going')), ...(await charity.submit('Next'))];
    charity.account.onCall = async () => {
      expect(await charity.setSwitch('pause')).toMatchObject({ stopped: [next], unknown: [going] });
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Going']);
    expect(await charity.states()).toEqual(['published', 'queued']);
  });

  it('changes nothing when it is there already, and gives the proof again', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Waiting');
    const first = await charity.setSwitch('pause');
    expect(await charity.setSwitch('pause')).toEqual(first);
    expect((await charity.facts()).filter((fact) => fact.type === 'baton.switch.changed.v1')).toMatchObject([
      { revision: 1, data: { mode: 'pause', stopped: 1 } },
    ]);
  });

  it('names what was to be sent again once, as what may be out', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('failsWithoutApplying');
    const [post] = await charity.submit('May be out');
    await stage.publish();
    await stage.letEverythingSettle();
    if (!post) throw new Error('no post');
    expect(await charity.resolve(post, 'sendAgain')).toMatchObject({ ok: true });
    expect(await charity.setSwitch('pause')).toMatchObject({ stopped: [], unknown: [post] });
    await stage.publish();
    expect(await charity.states()).toEqual(['queued']);
  });

  it('P1: keeps its reason sealed, and tells it to those who may see the switch', async () => {
    const charity = await stage.aCharity();
    const { switch: thrown } = await charity.setSwitch('pause', 'Robin is not well');
    expect(thrown.reason).toBe('Robin is not well');
    expect((await charity.setSwitch('pause')).switch).toEqual(thrown);
    const [dump] = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query<{ row: string }>('SELECT kill_switch::text AS row FROM kill_switch'),
    );
    for (const encoding of ['utf8', 'hex'] as const) {
      expect(dump?.row).not.toContain(Buffer.from('Robin').toString(encoding));
    }
  });

  it('R6 thrown in the middle of anything, 20 seeds: the proof names every post, and nothing else goes', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed);
      const charity = await stage.aCharity();
      const posts = [];
      for (let count = 0; count < 6; count += 1)
        posts.push(...(await charity.submit(`seed ${seed}, ${count}`)));
      const publishing = Promise.all([stage.publish(), stage.publish()]);
      for (let turn = random.below(400); turn > 0; turn -= 1) await nextTurn();
      const { stopped, alreadyOut, unknown } = await charity.setSwitch('takenBack');
      await publishing;
      await stage.publish();
      expect({ seed, named: [...alreadyOut, ...unknown, ...stopped] }).toEqual({ seed, named: posts });
      expect(unknown.length).toBeLessThanOrEqual(1);
      expect(charity.account.texts().length).toBe(alreadyOut.length + unknown.length);
    }
  });
});
