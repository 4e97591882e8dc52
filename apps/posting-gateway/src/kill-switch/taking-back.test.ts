import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const ends = async (charity: CharityOnStage) =>
  (await charity.facts()).filter(({ type }) => type === 'baton.takeover.given-back.v1');

describe('taking the account back', () => {
  it('R6 ends the takeover: what waited and what was held never goes, its words are kept, and its author is told', async () => {
    const charity = await stage.aCharity();
    const [out] = await charity.submit('Out before');
    await stage.publish();
    const [held] = await charity.submit('Mail robin@example.org');
    const [waiting] = await charity.submit('Waiting');
    expect(await charity.setSwitch('takenBack')).toMatchObject({
      ...{ stopped: [held, waiting], alreadyOut: [out], unknown: [] },
    });
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Out before']);
    expect(await charity.states()).toEqual(['published', 'missedWindow', 'missedWindow']);
    if (!waiting) throw new Error('no post');
    expect((await charity.story(waiting)).slice(-2)).toEqual([
      'Stopped: the charity has taken its account back. The takeover is over.',
      'Not sent: the takeover ended first. Your words are kept here.',
    ]);
    expect(await ends(charity)).toMatchObject([{ subject: charity.takeoverId }]);
  });

  it('takes nothing more in, and the rota’s own end of it changes nothing', async () => {
    const charity = await stage.aCharity();
    await charity.setSwitch('takenBack');
    expect(await charity.trySubmit(['Too late'])).toMatchObject({ ok: false });
    await charity.close();
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await ends(charity)).toHaveLength(1);
  });

  it('says neither goodbye nor that somebody stopped: what there is to say, people say themselves', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await stage.publish();
    await charity.setSwitch('takenBack');
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin']);
  });

  it('leaves what X was being asked as it is, and names it', async () => {
    const charity = await stage.aCharity();
    const [going] = await charity.submit('Going');
    charity.account.onCall = async () => {
      expect(await charity.setSwitch('takenBack')).toMatchObject({ stopped: [], unknown: [going] });
    };
    await stage.publish();
    expect(await charity.states()).toEqual(['published']);
  });

  it('pressed again after a pause ends it, and pressed twice names the same', async () => {
    const charity = await stage.aCharity();
    const [waiting] = await charity.submit('Waiting');
    await charity.setSwitch('pause');
    expect(await charity.setSwitch('takenBack')).toMatchObject({ number: 2, stopped: [waiting] });
    expect(await charity.setSwitch('takenBack')).toMatchObject({ number: 2, stopped: [waiting] });
    expect(await ends(charity)).toHaveLength(1);
  });
});

describe('holding, pressed again', () => {
  it('names what it held before and what a moderator let go since', async () => {
    const charity = await stage.aCharity();
    const [first] = await charity.submit('First');
    const [second] = await charity.submit('Second');
    await charity.setSwitch('hold');
    if (!first) throw new Error('no post');
    await charity.decide(first, 'approve');
    await stage.publish();
    expect(await charity.setSwitch('hold')).toMatchObject({
      ...{ number: 1, stopped: [second], alreadyOut: [first] },
    });
  });
});
