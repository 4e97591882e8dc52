import type { ApplicationId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const minuteMs = 60_000;

describe('screening', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const anApplicant = async (as = {}) => {
    const form = charity.form(as);
    accepted(await charity.apply(form));
    return form;
  };
  const view = async (applicationId: ApplicationId) =>
    accepted(
      await stage.call('view-application', { charityId: charity.charityId, applicationId }, charity.manager),
    );
  const subjectsTo = async (email: string) =>
    (await charity.mailsTo(email)).map(({ subject }) => subject).sort();
  const saysNo = ['declined', 'later'] as const;
  const say = (no: (typeof saysNo)[number], form: { applicationId: ApplicationId }) =>
    no === 'declined' ? charity.decline(form.applicationId) : charity.putOff(form.applicationId);

  it('can say “not now”: told kindly once, with the manager’s words, and a yes afterwards is still a yes', async () => {
    const form = await anApplicant();
    for (const words of ['In spring, gladly.', 'Said twice.'])
      expect(await charity.putOff(form.applicationId, words)).toMatchObject({ value: { state: 'later' } });
    await stage.database.shiftClock(11 * minuteMs);
    const mails = await charity.mailsTo(form.person.email);
    const abouts = mails.filter(({ subject }) => subject === 'About your application');
    expect(abouts.map(({ text }) => text.includes('In spring, gladly.'))).toEqual([true]);
    expect(await charity.accept(form.applicationId)).toMatchObject({ value: { state: 'accepted' } });
    expect(await view(form.applicationId)).toMatchObject({ state: 'accepted', decisions: 2 });
  });

  it.each(saysNo)('can be taken back within ten minutes (%s): nothing is mailed, ever', async (no) => {
    const form = await anApplicant();
    accepted(await say(no, form));
    await stage.database.shiftClock(9 * minuteMs);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await charity.takeBack(form.applicationId)).toMatchObject({ value: { state: 'screening' } });
    await stage.database.shiftClock(60 * minuteMs);
    expect(await subjectsTo(form.person.email)).toEqual(['We have your application']);
    const { mails } = await view(form.applicationId);
    expect(mails.map(({ outcome }) => outcome)).toEqual(['sent', 'dropped']);
  });

  it.each(saysNo)('is told to whoever sends the same form again only once it is mailed (%s)', async (no) => {
    const form = await anApplicant();
    accepted(await say(no, form));
    expect(accepted(await charity.apply(form)).state).toBe('screening');
    await stage.database.shiftClock(11 * minuteMs);
    expect(accepted(await charity.apply(form)).state).toBe(no);
  });

  it('that said no, took it back and says no again mails once', async () => {
    const form = await anApplicant();
    accepted(await charity.decline(form.applicationId));
    accepted(await charity.takeBack(form.applicationId));
    accepted(await charity.decline(form.applicationId, 'The second time.'));
    await stage.database.shiftClock(11 * minuteMs);
    const abouts = (await charity.mailsTo(form.person.email)).filter(({ subject }) => /^About/.test(subject));
    expect(abouts.map(({ text }) => text.includes('The second time.'))).toEqual([true]);
  });

  it('takes nothing back that is being mailed, or where they have applied again', async () => {
    const tooLate = { refusal: { code: 'tooLate' } };
    const [late, again] = [await anApplicant(), await anApplicant()];
    accepted(await charity.decline(late.applicationId));
    await stage.database.shiftClock(10 * minuteMs);
    expect(await charity.takeBack(late.applicationId)).toMatchObject(tooLate);
    await stage.database.shiftClock(0);
    accepted(await charity.decline(again.applicationId));
    accepted(await charity.apply(charity.form({ person: again.person })));
    expect(await charity.takeBack(again.applicationId)).toMatchObject(tooLate);
    expect(await view(again.applicationId)).toMatchObject({ state: 'declined' });
  });

  it('takes back no yes, and nothing of another charity', async () => {
    const form = await anApplicant();
    expect(await charity.takeBack(form.applicationId)).toMatchObject({ refusal: { code: 'nothingDecided' } });
    const other = await stage.aCharity();
    accepted(await charity.putOff(form.applicationId));
    expect(await other.takeBack(form.applicationId)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await other.putOff(form.applicationId)).toMatchObject({ refusal: { code: 'notFound' } });
    const asked = { charityId: other.charityId, applicationId: form.applicationId };
    expect(await stage.call('view-application', asked, other.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  it('puts off nobody who is a curator, and shows nobody who has gone', async () => {
    const curator = await charity.aCurator();
    expect(await charity.putOff(curator.applicationId)).toMatchObject({
      refusal: { code: 'alreadyDecided' },
    });
    const input = { charityId: charity.charityId, pastPosts: 'keep' } as const;
    accepted(await stage.call('leave', input, curator.caller));
    const asked = { charityId: charity.charityId, applicationId: curator.applicationId };
    expect(await stage.call('view-application', asked, charity.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  it('finds pen names by any part of them, whatever the script, capitals or accents', async () => {
    const other = await stage.aCharity();
    for (const penName of ['Zoë', 'ZOE-ANN', 'Олена', 'علي', '小林 100%'])
      accepted(await other.apply(other.form({ penName })));
    const found = async (search: string) => {
      const asked = { charityId: other.charityId, search };
      const { applications } = accepted(await stage.call('list-applications', asked, other.manager));
      return applications.map(({ penName }) => penName).sort();
    };
    expect(await found('zoe')).toEqual(['ZOE-ANN', 'Zoë']);
    expect(await found('ЛЕН')).toEqual(['Олена']);
    expect(await found('علي')).toEqual(['علي']);
    expect(await found('林')).toEqual(['小林 100%']);
    expect(await found('%')).toEqual(['小林 100%']);
    expect(await found('_')).toEqual([]);
  });

  it('shows one state alone, with how many there are in each', async () => {
    const other = await stage.aCharity();
    const forms = [other.form(), other.form(), other.form()];
    for (const form of forms) accepted(await other.apply(form));
    accepted(await other.putOff(forms[0]?.applicationId ?? newId<never>()));
    const asked = { charityId: other.charityId, state: 'later' } as const;
    const listed = accepted(await stage.call('list-applications', asked, other.manager));
    expect(listed.applications.map(({ applicationId }) => applicationId)).toEqual([forms[0]?.applicationId]);
    expect(listed.counts).toEqual({ applied: 2, later: 1 });
  });
});
