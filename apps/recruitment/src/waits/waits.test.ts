import { type ApplicationId, type ApplicationNoteId, type MessageId, WaitKind } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokenCharity } from '../rehearsal/broken-charity.js';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { dayMs, OwnPageOnStage } from '../rehearsal/own-page-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('somebody who waits for the team', () => {
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

  const anApplicant = async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    return { ...form, email: form.person.email };
  };
  const which = (applicationId: ApplicationId) => ({ charityId: charity.charityId, applicationId });
  const after = async (days: number) => {
    await stage.database.shiftClock(days * dayMs + 60_000);
    await stage.lookThrough();
  };
  const factsOf = async (type: string) => (await charity.facts()).filter((fact) => fact.type === type);
  const waits = async (id: ApplicationId) =>
    (await factsOf('baton.applicant.waits.v1'))
      .filter(({ subject }) => subject === id)
      .map(({ data }) => WaitKind.parse(data['kind']));
  const told = async () => (await factsOf('baton.applicants.wait.v1')).map(({ data }) => data);

  it('is told of once, by two replicas: nobody has looked within three days', async () => {
    const { applicationId } = await anApplicant();
    await stage.startReplica();
    await after(2);
    expect(await waits(applicationId)).toEqual([]);
    for (const days of [3, 3.5, 5]) await after(days);
    expect(await waits(applicationId)).toEqual(['notLookedAt']);
    await stage.whileStopped(() => Promise.resolve());
  });

  it('is counted for the managers once a day at most, and not any more when somebody has looked', async () => {
    const [one, two] = [await anApplicant(), await anApplicant()];
    for (const days of [3, 3.3, 3.6]) await after(days);
    expect(await told()).toEqual([{ notLookedAt: 2, answerUnread: 0, lookAgain: 0, setAside: 0 }]);
    const note = { ...which(one.applicationId), noteId: newId<ApplicationNoteId>(), text: 'Looks good.' };
    accepted(await stage.call('note-on-application', note, charity.manager));
    await after(4.1);
    expect((await told()).at(-1)).toEqual({ notLookedAt: 1, answerUnread: 0, lookAgain: 0, setAside: 0 });
    accepted(await charity.decline(two.applicationId));
    await after(6);
    expect(await told()).toHaveLength(2);
  });

  it('waits as long as the charity says', async () => {
    const { applicationId } = await anApplicant();
    const input = { charityId: charity.charityId, days: 10 };
    expect(accepted(await stage.call('set-screening-target', input, charity.manager))).toEqual({ days: 10 });
    await after(9);
    expect(await waits(applicationId)).toEqual([]);
    await after(10);
    expect(await waits(applicationId)).toEqual(['notLookedAt']);
    expect(await charity.audited('screening.target-set')).toMatchObject([{ details: { days: 10 } }]);
  });

  it('has written, and nobody has read it for two days; once more when they write again', async () => {
    const own = new OwnPageOnStage(stage, charity);
    const { applicationId, email } = await anApplicant();
    const note = { ...which(applicationId), noteId: newId<ApplicationNoteId>(), text: 'Ask.' };
    accepted(await stage.call('note-on-application', note, charity.manager));
    const token = await own.linkOf(email);
    const answers: MessageId[] = [];
    for (const day of [0, 5]) {
      await stage.database.shiftClock(day * dayMs);
      answers.push(accepted(await own.answer(token, `On day ${day}`)).messageId);
      await after(day + 2);
      const read = { ...which(applicationId), messageId: answers.at(-1) ?? newId<MessageId>() };
      accepted(await stage.call('mark-read', read, charity.manager));
    }
    expect(await waits(applicationId)).toEqual(['answerUnread', 'answerUnread']);
  });

  it('was told “not now”, and comes back to screening by itself on the day that was set', async () => {
    const { applicationId } = await anApplicant();
    const until = new Date(Date.now() + 30 * dayMs).toISOString().slice(0, 10);
    accepted(await stage.call('put-off-application', { ...which(applicationId), until }, charity.manager));
    await after(20);
    const view = async () =>
      accepted(await stage.call('view-application', which(applicationId), charity.manager));
    expect((await view()).state).toBe('later');
    for (const days of [31, 31.2]) await after(days);
    expect(await view()).toMatchObject({ state: 'screening', turn: 'team', lookAgainAt: null });
    expect(await waits(applicationId)).toEqual(['lookAgain']);
    expect((await told()).at(-1)).toMatchObject({ lookAgain: 1 });
    accepted(await charity.decline(applicationId));
    const before = (await told()).length;
    await after(33);
    expect(await told()).toHaveLength(before);
  });

  it('hears that they are not forgotten, once, after a week, unless somebody has written or decided', async () => {
    const [waiting, asked, decided] = [await anApplicant(), await anApplicant(), await anApplicant()];
    const question = { ...which(asked.applicationId), messageId: newId<MessageId>(), text: 'When?' };
    accepted(await stage.call('ask-applicant', question, charity.manager));
    accepted(await charity.decline(decided.applicationId));
    for (const days of [6, 7, 8, 20]) await after(days);
    const heard = async ({ email }: { email: string }) =>
      (await charity.mailsTo(email)).filter(({ subject }) => subject === 'We have not forgotten you').length;
    expect([await heard(waiting), await heard(asked), await heard(decided)]).toEqual([1, 0, 0]);
  });

  it('is not written to when the team decides before the mail goes', async () => {
    const { applicationId, email } = await anApplicant();
    await stage.sendMail();
    stage.mailbox.outOfOrder = true;
    await after(7);
    // Only what is not on its way yet can be kept back.
    await stage.sendMail();
    accepted(await charity.accept(applicationId));
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(8 * dayMs);
    const subjects = (await charity.mailsTo(email)).map(({ subject }) => subject);
    expect(subjects).not.toContain('We have not forgotten you');
    expect(subjects).toContain('Good news about your application');
  });

  it('is told of in every other charity where one of them is broken, which is tried again a while later', async () => {
    const broken = charity;
    accepted(await broken.apply(broken.form()));
    charity = await stage.aCharity();
    const { applicationId } = await anApplicant();
    const breaks = new BrokenCharity(stage, 'application_wait', broken.charityId);
    await breaks.break();
    await after(4);
    expect(await waits(applicationId)).toEqual(['notLookedAt']);
    await breaks.mend();
    charity = broken;
    await after(4.1);
    expect(await told()).toHaveLength(1);
  });

  it('is counted with forms that were set aside and nobody has looked at, which wait until somebody does', async () => {
    const spam = charity.form({ website: 'https://pills.example' });
    accepted(await charity.apply(spam));
    await after(0);
    const { setAside } = accepted(
      await stage.call('view-board', { charityId: charity.charityId }, charity.manager),
    );
    expect(setAside).toBe(1);
    expect(await told()).toEqual([{ notLookedAt: 0, answerUnread: 0, lookAgain: 0, setAside: 1 }]);
    accepted(await stage.call('view-set-aside-application', which(spam.applicationId), charity.manager));
    await after(2);
    expect(await told()).toHaveLength(1);
  });

  it('is of nobody’s business elsewhere: facts tell ids, kinds and numbers', async () => {
    const { person } = await anApplicant();
    await after(4);
    const facts = JSON.stringify([...(await factsOf('baton.applicant.waits.v1')), ...(await told())]);
    for (const secret of [person.name, person.email, 'Robin']) expect(facts).not.toContain(secret);
  });
});
