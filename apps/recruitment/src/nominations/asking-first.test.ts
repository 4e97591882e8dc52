import { type ApplicationId, mostPassedOn, type NominationId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  accepted,
  anybody,
  type CharityOnStage,
  type CuratorOnStage,
} from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf } from '../rehearsal/facts-of-others.js';
import { fillTheDay, Nominee, nominationStates } from '../rehearsal/nominee.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;
const weAskThem = { ok: true, value: { next: 'weAskThem' } };
const linkOver = { ok: false, refusal: { code: 'linkOver', message: expect.any(String) } };

describe('suggesting somebody', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let nominee: Nominee;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
    nominee = new Nominee(stage, charity);
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const states = () => nominationStates(stage, charity);
  const facts = async () =>
    (await charity.facts())
      .filter(({ type }) => type.startsWith('baton.nomination.'))
      .map(({ type, revision, data }) => `${type} ${revision} ${data['answer'] ?? data['nominatedBy']}`);
  const anAlumnus = async (): Promise<CuratorOnStage> => {
    const curator = await charity.aCurator();
    accepted(await charity.agree(curator, await charity.agreement()));
    const takeoverId = newId<never>();
    await stage.hears(...takeoverOpenedOf(charity.charityId, curator.curatorId, takeoverId));
    await stage.hears(...takeoverClosedOf(charity.charityId, curator.curatorId, takeoverId));
    return curator;
  };
  const applyWith = (nomination: string, applicationId = newId<ApplicationId>()) =>
    charity.apply(
      charity.form({ applicationId, nomination, person: { ...anybody(), email: nominee.email } }),
    );

  it('asks them first, in our words alone, and stores nothing of theirs when the link is opened', async () => {
    expect(await nominee.isNominated()).toEqual(weAskThem);
    const [mail] = await nominee.mails();
    expect(mail).toMatchObject({ subject: 'Somebody thought of you' });
    expect(mail?.text).not.toMatch(/Nele|Quittenbaum/);
    const token = await nominee.token();
    for (const _scanner of [1, 2])
      expect(await nominee.looks(token)).toMatchObject({
        value: { greeting: 'Nele Quittenbaum', nominatedBy: 'follower', state: 'asked' },
      });
    expect(await states()).toEqual({ asked: 1 });
    expect(await facts()).toEqual(['baton.nomination.asked.v1 1 follower']);
  });

  it('goes on to an application, and the link is used up', async () => {
    await nominee.isNominated();
    const token = await nominee.token();
    for (const _twice of [1, 2])
      expect(await nominee.answers('showMe', token)).toEqual({ ok: true, value: { state: 'agreed' } });
    const applicationId = newId<ApplicationId>();
    accepted(await applyWith(token, applicationId));
    expect(await charity.applications()).toMatchObject([{ applicationId }]);
    for (const over of [nominee.looks(token), nominee.answers('showMe', token), nominee.answers('no', token)])
      expect(await over).toEqual(linkOver);
    expect(await facts()).toEqual([
      'baton.nomination.asked.v1 1 follower',
      'baton.nomination.answered.v1 2 agreed',
      'baton.nomination.answered.v1 3 applied',
    ]);
  });

  it('takes an application with a link that leads nowhere for one of their own', async () => {
    accepted(await applyWith('of somebody else'));
    expect(await charity.applications()).toHaveLength(1);
    expect(await facts()).toEqual([]);
  });

  it('takes a no for good: they are never asked again, and whoever nominates learns nothing of it', async () => {
    await nominee.isNominated();
    const token = await nominee.token();
    for (const _twice of [1, 2])
      expect(await nominee.answers('no', token)).toEqual({ ok: true, value: { state: 'refused' } });
    expect(await nominee.answers('showMe', token)).toEqual(linkOver);
    await stage.database.shiftClock(400 * dayMs);
    await stage.carryOutRetention();
    expect(await nominee.isNominated()).toEqual(weAskThem);
    expect(await nominee.mails()).toHaveLength(1);
  });

  it('asks one address once in 90 days, whoever nominates, and the same suggestion again is the same', async () => {
    const alumnus = await anAlumnus();
    const nominationId = newId<NominationId>();
    for (const _again of [1, 2]) expect(await nominee.isNominated(nominationId)).toEqual(weAskThem);
    expect(await nominee.isNominated()).toEqual(weAskThem);
    expect(await nominee.isPassedTheBatonBy(alumnus.caller)).toEqual(weAskThem);
    expect(await nominee.mails()).toHaveLength(1);
    await stage.database.shiftClock(89 * dayMs);
    await stage.carryOutRetention();
    await nominee.isNominated();
    expect(await nominee.mails()).toHaveLength(1);
    await stage.database.shiftClock(91 * dayMs);
    await stage.carryOutRetention();
    await nominee.isNominated();
    expect(await nominee.mails()).toHaveLength(2);
  });

  it('asks nobody who has applied, was told no or curates, and neither answer, list nor facts tell so', async () => {
    const declined = charity.form({ person: { ...anybody(), email: nominee.email } });
    accepted(await charity.apply(declined));
    accepted(await charity.decline(declined.applicationId));
    await stage.database.shiftClock(dayMs);
    const before = (await nominee.mails()).length;
    expect(await nominee.isNominated()).toEqual(weAskThem);
    expect(await nominee.mails()).toHaveLength(before);
    expect(await states()).toEqual({ asked: 1 });
    expect(await facts()).toEqual(['baton.nomination.asked.v1 1 follower']);
    await stage.database.shiftClock(16 * dayMs);
    await stage.carryOutRetention();
    expect(await states()).toEqual({ lapsed: 1 });
  });

  it('is passing the baton for who has had the account, five times in two weeks, whatever becomes of them', async () => {
    const newcomer = await charity.aCurator();
    expect(await nominee.isPassedTheBatonBy(newcomer.caller)).toMatchObject({ refusal: { code: 'notYet' } });
    const { caller } = await anAlumnus();
    for (let passed = 0; passed < mostPassedOn; passed += 1)
      expect(await new Nominee(stage, charity).isPassedTheBatonBy(caller)).toEqual(weAskThem);
    expect(await nominee.isPassedTheBatonBy(caller)).toMatchObject({ refusal: { code: 'enough' } });
    await stage.database.shiftClock(15 * dayMs);
    await nominee.isPassedTheBatonBy(caller);
    expect((await nominee.mails()).map(({ text }) => text)).toEqual([
      expect.stringContaining('Somebody who had the account before you thinks of you.'),
    ]);
  });

  it('is for so many people in a day, and says so kindly to who comes after', async () => {
    await fillTheDay(stage, charity);
    expect(await nominee.isNominated()).toMatchObject({ refusal: { code: 'enoughToday' } });
    await stage.database.shiftClock(dayMs + 60_000);
    expect(await nominee.isNominated()).toEqual(weAskThem);
  });

  it('is noted in the audit by id, for who asks', async () => {
    const nominationId = newId<NominationId>();
    await nominee.isNominated(nominationId);
    expect(await charity.audited('nomination.asked')).toMatchObject([
      { actor: 'somebody signed out', about: nominationId },
    ]);
  });
});
