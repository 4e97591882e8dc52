import type { ApplicationId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { dayMs } from '../rehearsal/own-page-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { kindWords } from './kind-words.js';

const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

describe('deciding', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
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
  const view = async (applicationId: ApplicationId) =>
    accepted(await stage.call('view-application', which(applicationId), charity.manager));
  const decide = async (applicationIds: ApplicationId[], decision: { to: 'accept' | 'decline' }) => {
    const input = { charityId: charity.charityId, applicationIds, decision };
    return accepted(await stage.call('decide-applications', input, charity.manager)).outcomes;
  };

  it('keeps the reason for the team, and mails the kind words alone', async () => {
    const { applicationId, email } = await anApplicant();
    const no = { ...which(applicationId), reason: 'notReached', template: 'noAnswerCame' } as const;
    accepted(await stage.call('decline-application', no, charity.manager));
    expect(await view(applicationId)).toMatchObject({ state: 'declined', reason: 'notReached' });
    await stage.database.shiftClock(11 * 60_000);
    const mail = (await charity.mailsTo(email)).find(({ subject }) => subject === 'About your application');
    const words = kindWords.decline.find(({ template }) => template === 'noAnswerCame')?.words;
    expect(mail?.text).toContain(words);
    expect(mail?.text).not.toContain('notReached');
    expect(await charity.audited('application.decided')).toContainEqual(
      expect.objectContaining({ details: { decision: 'declined', reason: 'notReached' } }),
    );
  });

  it('forgets the reason with the decision', async () => {
    const { applicationId } = await anApplicant();
    accepted(await charity.putOff(applicationId));
    accepted(await charity.takeBack(applicationId));
    expect(await view(applicationId)).toMatchObject({ state: 'screening', reason: null, lookAgainAt: null });
  });

  it('hands out kind words for each reason', async () => {
    const asked = { charityId: charity.charityId };
    expect(accepted(await stage.call('list-kind-words', asked, charity.manager))).toEqual(kindWords);
  });

  it('decides about many, each for itself: what cannot be decided is told, and stops nobody else', async () => {
    const [one, two, curator] = [await anApplicant(), await anApplicant(), await charity.aCurator()];
    const nobody = newId<ApplicationId>();
    const ids = [one.applicationId, nobody, curator.applicationId, two.applicationId, one.applicationId];
    const outcomes = await decide(ids, { to: 'decline' });
    expect(outcomes.map(({ state, problem }) => problem?.code ?? state)).toEqual([
      ...['declined', 'notFound', 'alreadyDecided', 'declined'],
    ]);
    expect(outcomes[1]?.problem?.message).toMatch(/nothing here/);
    expect(await charity.takeBack(one.applicationId)).toMatchObject({ value: { state: 'screening' } });
    await stage.database.shiftClock(11 * 60_000);
    const mailed = async ({ email }: { email: string }) =>
      (await charity.mailsTo(email)).filter(({ subject }) => subject === 'About your application').length;
    expect([await mailed(one), await mailed(two)]).toEqual([0, 1]);
  });

  it('makes curators of many at once, and none of them twice', async () => {
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push((await anApplicant()).applicationId);
    const both = await Promise.all([decide(ids, { to: 'accept' }), decide(ids, { to: 'accept' })]);
    expect(both.flat().every(({ state }) => state === 'accepted')).toBe(true);
    const facts = (await charity.facts()).filter(({ type }) => type === 'baton.application.accepted.v1');
    for (const id of ids) expect(facts.filter(({ subject }) => subject === id)).toHaveLength(1);
  });

  it('takes no more than a hundred, and no day that has passed or lies too far ahead', async () => {
    const ids = Array.from({ length: 101 }, () => newId<ApplicationId>());
    const tooMany = {
      charityId: charity.charityId,
      applicationIds: ids,
      decision: { to: 'accept' },
    } as const;
    expect(await stage.call('decide-applications', tooMany, charity.manager)).toMatchObject({
      refusal: { code: 'badInput' },
    });
    const { applicationId } = await anApplicant();
    for (const until of [dayIn(-1), dayIn(400)])
      expect(
        await stage.call('put-off-application', { ...which(applicationId), until }, charity.manager),
      ).toMatchObject({ refusal: { code: 'dateNotPossible' } });
    expect(await view(applicationId)).toMatchObject({ state: 'applied' });
    const soon = { ...which(applicationId), until: dayIn(30) };
    accepted(await stage.call('put-off-application', soon, charity.manager));
    expect((await view(applicationId)).lookAgainAt).not.toBeNull();
  });
});
