import { setAsideDays } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const anyone = { kind: 'anyone' } as const;

describe('a form that looks as if no person had sent it', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const listed = async () => {
    const input = { charityId: charity.charityId };
    return accepted(await stage.call('list-set-aside-applications', input, charity.manager)).applications;
  };
  const look = (applicationId: Parameters<CharityOnStage['accept']>[0]) =>
    stage.call(
      'view-set-aside-application',
      { charityId: charity.charityId, applicationId },
      charity.manager,
    );
  const rescue = (applicationId: Parameters<CharityOnStage['accept']>[0]) =>
    stage.call('rescue-application', { charityId: charity.charityId, applicationId }, charity.manager);
  const stamp = async () => {
    const { charityId, callId } = charity;
    return accepted(await stage.call('view-call', { charityId, callId }, anyone)).stamp;
  };
  const spam = { website: 'https://pills.example', about: 'Cheap pills' };

  it('is answered like any other, again as well, and is no application: no mail, no fact, no place', async () => {
    const { callId } = await charity.anotherCall({ capacity: 1 });
    const form = charity.form({ callId, ...spam });
    const answer = { ok: true, value: { applicationId: form.applicationId, state: 'applied' } };
    expect([await charity.apply(form), await charity.apply(form)]).toEqual([answer, answer]);
    expect(await charity.apply({ ...form, penName: 'Another' })).toEqual(answer);
    expect(await charity.applications()).toEqual([]);
    expect((await charity.facts()).filter(({ subject }) => subject === form.applicationId)).toEqual([]);
    expect(await charity.mailsTo(form.person.email)).toEqual([]);
    expect(await listed()).toMatchObject([
      { applicationId: form.applicationId, penName: 'Robin', reasons: ['trap'], lookedAt: null },
    ]);
    expect(accepted(await look(form.applicationId))).toMatchObject({ about: 'Cheap pills', answers: [] });
    expect((await listed())[0]?.lookedAt).not.toBeNull();
    expect(await charity.apply(charity.form({ callId }))).toMatchObject({ ok: true });
    const { calls } = accepted(
      await stage.call('list-calls', { charityId: charity.charityId }, charity.manager),
    );
    expect(calls.find((call) => call.callId === callId)).toMatchObject({ applications: 1, setAside: 1 });
  });

  it('becomes an application when somebody rescues it, as if it had come now', async () => {
    const form = charity.form(spam);
    accepted(await charity.apply(form));
    expect(accepted(await rescue(form.applicationId)).state).toBe('applied');
    expect(accepted(await rescue(form.applicationId)).state).toBe('applied');
    expect(await listed()).toEqual([]);
    expect((await charity.applications()).map(({ about }) => about)).toEqual(['Cheap pills']);
    expect(await charity.mailsTo(form.person.email)).toHaveLength(1);
    expect(await charity.audited('application.rescued')).toHaveLength(1);
    const { curatorId } = accepted(await charity.accept(form.applicationId));
    const caller = { kind: 'curator', charityId: charity.charityId, curatorId } as const;
    const mine = await stage.call('download-my-data', { charityId: charity.charityId }, caller);
    expect(accepted(mine).person).toMatchObject(form.person);
  });

  it('is not rescued when its person has applied in the meantime', async () => {
    const form = charity.form(spam);
    accepted(await charity.apply(form));
    accepted(await charity.apply(charity.form({ person: form.person })));
    expect(await rescue(form.applicationId)).toMatchObject({ refusal: { code: 'standsAlready' } });
    expect(await charity.mailsTo(form.person.email)).toHaveLength(1);
  });

  it('is what comes within three seconds, or tells a time that nobody signed', async () => {
    accepted(await charity.apply(charity.form({ penName: 'quick', stamp: await stamp() })));
    accepted(await charity.apply(charity.form({ penName: 'forged', stamp: `1.${'A'.repeat(43)}` })));
    const slow = charity.form({ penName: 'slow', stamp: await stamp() });
    await stage.database.shiftClock(4_000);
    accepted(await charity.apply(slow));
    const reasons = (await listed()).map(({ penName, reasons: why }) => [penName, why.join()]);
    expect(Object.fromEntries(reasons)).toEqual({ quick: 'tooQuick', forged: 'forgedStamp' });
    expect((await charity.applications()).map(({ penName }) => penName)).toEqual(['slow']);
  });

  it('is the fourth with the same words within minutes, and not the fourth on another day', async () => {
    const about = 'I have always wanted to tell you about this wonderful offer.';
    for (let at = 0; at < 5; at += 1) accepted(await charity.apply(charity.form({ about })));
    expect((await listed()).map(({ reasons }) => reasons)).toEqual([['repeated'], ['repeated']]);
    await stage.database.shiftClock(3_600_000);
    accepted(await charity.apply(charity.form({ about })));
    expect(await charity.applications()).toHaveLength(4);
  });

  it('is listed page by page, without its answers, and none is missed when one is rescued meanwhile', async () => {
    for (let at = 0; at < 5; at += 1)
      accepted(await charity.apply(charity.form({ ...spam, penName: `Person ${at}` })));
    const page = async (cursor?: string) => {
      const input = { charityId: charity.charityId, limit: 2, cursor };
      return accepted(await stage.call('list-set-aside-applications', input, charity.manager));
    };
    const first = await page();
    const last = first.applications.at(-1);
    if (last) accepted(await rescue(last.applicationId));
    const second = await page(first.next ?? undefined);
    const third = await page(second.next ?? undefined);
    const names = [first, second, third].flatMap(({ applications }) =>
      applications.map(({ penName }) => penName),
    );
    expect(names).toEqual([4, 3, 2, 1, 0].map((at) => `Person ${at}`));
    expect(third.next).toBeNull();
    expect(Object.keys(first.applications[0] ?? {})).not.toContain('answers');
  });

  const keysOf = ({ applicationId }: { applicationId: string }) =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT owner FROM data_key WHERE owner = $1', [`person:${applicationId}`]),
    );
  const after = async (days: number) => {
    await stage.database.shiftClock(days * 86_400_000 + 7_200_000);
    await stage.carryOutRetention();
  };

  it('P3: is sealed like any other, and erased with its key 30 days after the team was told of it', async () => {
    const form = charity.form({ ...spam, about: 'Zwetschgenbaum pills' });
    accepted(await charity.apply(form));
    const { foundIn } = await searchEverywhere(stage, [form.person.email, 'Zwetschgenbaum pills']);
    expect(foundIn).toEqual([]);
    await after(setAsideDays + 10);
    expect((await listed())[0]?.keptUntil).toBeNull();
    await stage.lookThrough();
    expect((await listed())[0]?.keptUntil).not.toBeNull();
    await after(2 * setAsideDays + 9);
    expect(await keysOf(form)).toHaveLength(1);
    await after(2 * setAsideDays + 11);
    expect(await listed()).toEqual([]);
    expect(await rescue(form.applicationId)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await keysOf(form)).toEqual([]);
  });

  it('is erased when it was looked at and its 30 days are over, and not on the day it was looked at', async () => {
    const [early, late] = [charity.form(spam), charity.form(spam)];
    for (const form of [early, late]) accepted(await charity.apply(form));
    accepted(await look(early.applicationId));
    await after(setAsideDays - 1);
    expect(await listed()).toHaveLength(2);
    await after(setAsideDays);
    expect((await listed()).map(({ applicationId }) => applicationId)).toEqual([late.applicationId]);
    accepted(await look(late.applicationId));
    await after(setAsideDays);
    expect(await keysOf(late)).toHaveLength(1);
    await after(setAsideDays + 2);
    expect(await listed()).toEqual([]);
  });
});
