import { type Caller, feedbackCrisisNoticed, type MemberId, wireTypeOf } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { newDevice, PulseOnStage } from '../rehearsal/follower-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { CallAgain } from './call-again.js';

const quarterMs = 15 * 60_000;
const ofCrisis = 'I do not want to live any more. I have the pills here and tonight I will end it.';
let stage: Stage;
let charity: CharityOnStage;
beforeAll(async () => {
  stage = await Stage.open();
  charity = await stage.aCharity();
});
afterAll(() => stage.close());

const aPulse = () => PulseOnStage.of(stage, charity);
const callAgain = () => stage.service.app.get(CallAgain).callDue();
const called = async (pulse: PulseOnStage) =>
  (await charity.facts()).filter(
    ({ type, data }) => type === wireTypeOf(feedbackCrisisNoticed) && data['takeoverId'] === pulse.takeoverId,
  );
/** Somebody of the team opens all that is closed; the words. */
async function looks(pulse: PulseOnStage): Promise<string[]> {
  const { charityId } = charity;
  const said: string[] = [];
  for (const { answerId } of await pulse.words()) {
    const about = { charityId, takeoverId: pulse.takeoverId, answerId };
    said.push(accepted(await stage.call('look-at-pulse-words', about, charity.manager)).words);
  }
  return said;
}
/** More than eight answers of one place do not count. */
async function aPlaceIsFull(pulse: PulseOnStage): Promise<string> {
  const network = '192.0.2.0/24';
  await pulse.floods(8, { device: newDevice, network: () => network });
  return network;
}

describe('words of a crisis', () => {
  it('show where to find help, and call the team at once, and again a quarter of an hour later while nobody has read them', async () => {
    const pulse = await aPulse();
    for (let at = 0; at < 5; at += 1)
      expect(accepted(await pulse.answer({ words: ofCrisis }))).toMatchObject({
        ...{ mayNeedHelp: true, teamIsCalled: true },
      });
    await callAgain();
    const [notice, ...others] = await called(pulse);
    expect(others).toEqual([]);
    expect(notice?.data).toEqual({ where: 'pulse', takeoverId: pulse.takeoverId, curatorId: null });
    await stage.passes(quarterMs);
    await callAgain();
    expect(await called(pulse)).toHaveLength(2);
    await stage.passes(quarterMs);
    await callAgain();
    expect(await called(pulse)).toHaveLength(2);
    expect((await pulse.words()).map(({ hidden }) => hidden?.kinds.includes('crisis'))).toEqual(
      Array(5).fill(true),
    );
  });

  it('call again about one weekend although they cannot about another, which is tried again', async () => {
    const [broken, other] = [await aPulse(), await aPulse()];
    for (const pulse of [broken, other])
      for (let at = 0; at < 2; at += 1) await pulse.answer({ words: ofCrisis });
    const owner = await Database.open({ url: stage.database.adminUrl, applicationName: 'owner' });
    const asOwner = (sql: string) => owner.asWorker((tx) => tx.query(sql));
    await asOwner(`
      CREATE FUNCTION feedback.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not today'; END $$`);
    await asOwner(`
      CREATE TRIGGER refuse BEFORE INSERT ON feedback.outbox FOR EACH ROW
        WHEN (NEW.envelope::text LIKE '%${broken.takeoverId}%') EXECUTE FUNCTION feedback.refuse()`);
    await stage.passes(quarterMs);
    await callAgain();
    expect([(await called(broken)).length, (await called(other)).length]).toEqual([1, 2]);
    await asOwner('DROP TRIGGER refuse ON feedback.outbox');
    await owner.close();
    await stage.passes(60_000);
    await callAgain();
    expect(await called(broken)).toHaveLength(2);
  });

  it('do not call again what somebody has come and read', async () => {
    const pulse = await aPulse();
    for (let at = 0; at < 2; at += 1) await pulse.answer({ words: ofCrisis });
    expect(await looks(pulse)).toEqual([ofCrisis, ofCrisis]);
    await stage.passes(quarterMs);
    await callAgain();
    expect(await called(pulse)).toHaveLength(1);
  });

  it('that are long over show help, and say that nobody was called', async () => {
    const pulse = await aPulse();
    const words = 'Two years ago I wanted to die. I am so glad that I did not.';
    expect(accepted(await pulse.answer({ words }))).toMatchObject({ mayNeedHelp: true, teamIsCalled: false });
    expect(await called(pulse)).toEqual([]);
  });

  it('are kept where the answer does not count, also while the team has just been called', async () => {
    const pulse = await aPulse();
    const network = await aPlaceIsFull(pulse);
    await pulse.answer({ words: ofCrisis }, network);
    await pulse.answer({ words: `${ofCrisis} Good bye.` }, network);
    expect((await pulse.sofar()).setAside).toBe(2);
    expect((await looks(pulse)).toSorted()).toEqual([ofCrisis, `${ofCrisis} Good bye.`]);
  });

  it.each([
    ['counts', false],
    ['does not count', true],
  ])('stay until somebody has read them, whatever an answer that %s says later', async (_which, isFull) => {
    const pulse = await aPulse();
    const network = isFull ? await aPlaceIsFull(pulse) : '198.51.100.0/24';
    const device = newDevice();
    await pulse.answer({ device, words: ofCrisis }, network);
    await pulse.answer({ device, lessAlone: 'no' }, network);
    await pulse.answer({ device, words: 'Forget what I wrote.' }, network);
    const [said] = await looks(pulse);
    expect(said).toContain(ofCrisis);
    if (!isFull) expect(said).toContain('Forget what I wrote.');
    await pulse.answer({ device, lessAlone: 'no' }, network);
    expect(await pulse.words()).toEqual([]);
  });

  it('are closed to each of the team who has not looked', async () => {
    const pulse = await aPulse();
    await pulse.answer({ words: ofCrisis });
    await looks(pulse);
    const colleague = { ...charity.manager, memberId: newId<MemberId>() } as Caller;
    expect(await pulse.words(colleague)).toMatchObject([{ words: '' }]);
  });
});
