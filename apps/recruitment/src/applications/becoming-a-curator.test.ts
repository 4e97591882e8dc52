import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('becoming a curator', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  it('leads from a form to a ready curator, each step stated once and mailed once', async () => {
    const form = charity.form({ penName: 'Robin', about: 'I have had MS for ten years.' });
    const { applicationId, person } = form;
    expect(await charity.apply(form)).toEqual({ ok: true, value: { applicationId, state: 'applied' } });
    const { curatorId, state } = accepted(await charity.accept(applicationId));
    expect(state).toBe('accepted');
    const caller = { kind: 'curator', charityId: charity.charityId, curatorId } as const;
    const { version, hash } = await charity.agreement();
    const agreed = await charity.agree(
      { applicationId, curatorId, caller, email: person.email },
      { version, hash },
    );
    expect(agreed).toEqual({ ok: true, value: { curatorId, state: 'ready', version: 1 } });
    expect(accepted(await stage.call('view-me', { charityId: charity.charityId }, caller))).toEqual({
      curatorId,
      penName: 'Robin',
      identityLevel: 'anonymous',
      state: 'ready',
      agreementVersion: 1,
      pausedUntil: null,
    });
    const facts = (await charity.facts()).filter(({ type }) => type !== 'baton.application.moved.v1');
    expect(facts.map(({ type, subject, revision, data }) => ({ type, subject, revision, data }))).toEqual([
      {
        type: 'baton.application.submitted.v1',
        subject: applicationId,
        revision: 1,
        data: { applicationId, callId: form.callId, penName: 'Robin' },
      },
      {
        type: 'baton.application.accepted.v1',
        subject: applicationId,
        revision: 3,
        data: { applicationId, curatorId, penName: 'Robin' },
      },
      {
        type: 'baton.curator.ready.v1',
        subject: curatorId,
        revision: 1,
        data: { curatorId, penName: 'Robin', identityLevel: 'anonymous', agreementVersion: 1 },
      },
      {
        type: 'baton.curator.fingerprinted.v1',
        subject: curatorId,
        revision: 1,
        data: expect.objectContaining({ curatorId, identityLevel: 'anonymous' }),
      },
    ]);
    const mails = await charity.mailsTo(person.email);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Good news about your application',
      'We have your application',
      'You are ready',
    ]);
  });

  it('shows staff pen names, and what somebody wrote, newest first', async () => {
    const other = await stage.aCharity();
    const kim = other.form({ penName: 'Kim', about: 'I like green smoothies.' });
    await other.apply(other.form({ penName: 'Robin' }));
    await other.apply(kim);
    const listed = await other.applications();
    expect(listed.map(({ penName, about, state }) => [penName, about, state])).toEqual([
      ['Kim', 'I like green smoothies.', 'applied'],
      ['Robin', '', 'applied'],
    ]);
    expect(JSON.stringify(listed)).not.toContain(kim.person.email);
  });

  it('takes a double click, also two at once, for one application', async () => {
    const form = charity.form();
    const answers = await Promise.all([charity.apply(form), charity.apply(form), charity.apply(form)]);
    const first = { ok: true, value: { applicationId: form.applicationId, state: 'applied' } };
    expect(answers).toEqual([first, first, first]);
    expect(await charity.apply(form)).toEqual(first);
    const facts = await charity.facts();
    expect(facts.filter(({ subject }) => subject === form.applicationId)).toHaveLength(1);
    expect(await charity.mailsTo(form.person.email)).toHaveLength(1);
  });

  it('tells a sender who repeats an application how far it is by now', async () => {
    const form = charity.form();
    await charity.apply(form);
    await charity.accept(form.applicationId);
    expect(await charity.apply(form)).toMatchObject({ value: { state: 'accepted' } });
  });

  it('keeps the first of two under the same id, and A2: does not tell the sender that there was one', async () => {
    const form = charity.form({ penName: 'Robin' });
    await charity.apply(form);
    const other = await charity.apply({ ...form, penName: 'Someone else' });
    expect(other).toMatchObject({ value: { state: 'applied' } });
    const kept = (await charity.applications()).find((one) => one.applicationId === form.applicationId);
    expect(kept?.penName).toBe('Robin');
  });

  it('keeps one of two under the same id also when they come at once from two addresses', async () => {
    const form = charity.form();
    const forms = Array.from({ length: 6 }, () => charity.form({ applicationId: form.applicationId }));
    const answers = await Promise.all(forms.map((one) => charity.apply(one)));
    const first = { ok: true, value: { applicationId: form.applicationId, state: 'applied' } };
    expect(answers).toEqual(forms.map(() => first));
    const facts = await charity.facts();
    expect(facts.filter(({ subject }) => subject === form.applicationId)).toHaveLength(1);
    const mails = await Promise.all(forms.map(({ person }) => charity.mailsTo(person.email)));
    expect(mails.flat()).toHaveLength(1);
  });

  it('asks to read the consent again when it is not the one in force, and stores nothing', async () => {
    const form = charity.form({ consentHash: 'of another text' });
    expect(await charity.apply(form)).toMatchObject({ refusal: { code: 'consentChanged' } });
    expect((await charity.applications()).map((one) => one.applicationId)).not.toContain(form.applicationId);
  });

  it('finds no call of another charity', async () => {
    const other = await stage.aCharity();
    const form = charity.form({ callId: other.callId });
    expect(await charity.apply(form)).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('makes one curator, however many managers accept at once', async () => {
    const form = charity.form();
    await charity.apply(form);
    const answers = await Promise.all(Array.from({ length: 8 }, () => charity.accept(form.applicationId)));
    expect(new Set(answers.map((answer) => accepted(answer).curatorId)).size).toBe(1);
    const facts = (await charity.facts()).filter(({ subject }) => subject === form.applicationId);
    expect(facts.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(await charity.mailsTo(form.person.email)).toHaveLength(2);
  });

  it('is decided once: of a yes and a no at the same time one is told about the other', async () => {
    const form = charity.form();
    await charity.apply(form);
    const [yes, no] = await Promise.all([
      charity.accept(form.applicationId),
      charity.decline(form.applicationId),
    ]);
    expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1);
    expect(yes.ok ? no : yes).toMatchObject({ refusal: { code: 'alreadyDecided' } });
  });

  it('is not taken back by pressing the other button: no yes after a no, no no after a yes', async () => {
    const [declined, taken] = [charity.form(), charity.form()];
    await Promise.all([charity.apply(declined), charity.apply(taken)]);
    await charity.decline(declined.applicationId);
    await charity.accept(taken.applicationId);
    const decided = { refusal: { code: 'alreadyDecided' } };
    expect(await charity.accept(declined.applicationId)).toMatchObject(decided);
    expect(await charity.decline(taken.applicationId)).toMatchObject(decided);
    const states = new Map((await charity.applications()).map((one) => [one.applicationId, one.state]));
    expect([declined, taken].map((form) => states.get(form.applicationId))).toEqual(['declined', 'accepted']);
  });

  it('is declined with the manager’s words, in one mail, and may be tried again', async () => {
    const form = charity.form();
    await charity.apply(form);
    await charity.decline(form.applicationId, 'Please try in spring.');
    await charity.decline(form.applicationId, 'Said twice.');
    expect(await charity.mailsTo(form.person.email)).toHaveLength(1);
    await stage.database.shiftClock(601_000);
    const mails = await charity.mailsTo(form.person.email);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'About your application',
      'We have your application',
    ]);
    expect(mails.find(({ subject }) => subject.startsWith('About'))?.text).toContain('Please try in spring.');
    await stage.database.shiftClock(0);
    const again = charity.form({ person: form.person });
    await charity.apply(again);
    expect((await charity.applications()).map((one) => one.applicationId)).toContain(again.applicationId);
  });

  it('is for no manager of another charity to see or decide', async () => {
    const other = await stage.aCharity();
    const form = charity.form();
    await charity.apply(form);
    expect(await other.applications()).toEqual([]);
    expect(await charity.accept(form.applicationId, other.manager)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    expect(await other.accept(form.applicationId)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await other.decline(form.applicationId)).toMatchObject({ refusal: { code: 'notFound' } });
  });
});

describe('an address that has applied already', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  it('A2: cannot be found out by applying with it: the answer is the same, its owner is told by mail', async () => {
    const first = charity.form();
    const stranger = charity.form({ person: { ...first.person, name: 'Mallory' } });
    const answer = await charity.apply(first);
    expect(await charity.apply(stranger)).toEqual({
      ...answer,
      value: { applicationId: stranger.applicationId, state: 'applied' },
    });
    const applications = await charity.applications();
    expect(applications.map((one) => one.applicationId)).toEqual([first.applicationId]);
    const mails = await charity.mailsTo(first.person.email);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'We have your application',
      'We have your application already',
    ]);
  });

  it('A3: is reminded once a day, however often somebody types it in', async () => {
    const { person } = charity.form();
    const again = () => charity.apply(charity.form({ person }));
    for (let times = 0; times < 5; times += 1) await again();
    expect(await charity.mailsTo(person.email)).toHaveLength(2);
    await stage.database.shiftClock(25 * 3_600_000);
    await again();
    expect(await charity.mailsTo(person.email)).toHaveLength(3);
    await stage.database.shiftClock(0);
  });

  it('is one application also when it comes twice at the same moment under two ids', async () => {
    const { person } = charity.form();
    const forms = Array.from({ length: 6 }, () => charity.form({ person }));
    await Promise.all(forms.map((form) => charity.apply(form)));
    const ids = new Set<string>(forms.map((form) => form.applicationId));
    const stored = (await charity.applications()).filter((one) => ids.has(one.applicationId));
    expect(stored).toHaveLength(1);
  });

  it('is the same in capitals', async () => {
    const { person } = charity.form();
    await charity.apply(charity.form({ person }));
    const count = (await charity.applications()).length;
    await charity.apply(charity.form({ person: { ...person, email: person.email.toUpperCase() } }));
    expect(await charity.applications()).toHaveLength(count);
  });

  it('is nobody’s at another charity', async () => {
    const other = await stage.aCharity();
    const { person } = charity.form();
    await charity.apply(charity.form({ person }));
    await other.apply(other.form({ person }));
    expect(await other.applications()).toHaveLength(1);
  });
});
