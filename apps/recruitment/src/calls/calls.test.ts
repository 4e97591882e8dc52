import type { openCall, RequestOf } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, anybody, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const anyone = { kind: 'anyone' } as const;
type Questions = RequestOf<typeof openCall>['questions'];

const questions: Questions = [
  {
    questionId: 'region',
    kind: 'choice',
    label: 'Where do you live?',
    facet: 'region',
    options: [
      { value: 'north', label: 'In the north' },
      { value: 'south', label: 'In the south' },
    ],
  },
  { questionId: 'hopes', kind: 'text', label: 'What do you hope for?', required: true, long: true },
];
const welsh = {
  title: 'Cymerwch drosodd',
  invitation: 'Dewch i ymuno â ni.',
  consentText: 'Rydym yn eich cadw’n ddiogel.',
  questions: { hopes: { label: 'Beth yw eich gobaith?' } },
};

describe('a call', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const view = async (callId: RequestOf<typeof openCall>['callId'], more: object = {}) =>
    accepted(await stage.call('view-call', { charityId: charity.charityId, callId, ...more }, anyone));
  const shown = async (applicationId: string) =>
    accepted(
      await stage.call('view-application', { charityId: charity.charityId, applicationId }, charity.manager),
    );

  it('asks a charity’s own questions, in the languages it has', async () => {
    const { callId } = await charity.anotherCall({ questions, translations: { cy: welsh } });
    const english = await view(callId);
    const inWelsh = await view(callId, { language: 'cy' });
    expect(english).toMatchObject({ version: 1, language: 'en', languages: ['en', 'cy'], state: 'open' });
    expect(inWelsh.questions.map(({ label }) => label)).toEqual([
      'Where do you live?',
      'Beth yw eich gobaith?',
    ]);
    expect(inWelsh).toMatchObject({ title: welsh.title, consentText: welsh.consentText });
    expect(inWelsh.consentHash).not.toBe(english.consentHash);
  });

  it('keeps the language somebody applied in, and what they agreed to in it', async () => {
    const { callId } = await charity.anotherCall({ translations: { cy: { ...welsh, questions: {} } } });
    const { consentHash } = await view(callId, { language: 'cy' });
    const form = charity.form({ callId, language: 'cy', consentHash });
    expect(accepted(await charity.apply(form)).state).toBe('applied');
    const english = charity.form({ callId, language: 'en', consentHash });
    expect(await charity.apply(english)).toMatchObject({ refusal: { code: 'consentChanged' } });
    expect((await charity.mailsTo(form.person.email)).map(({ subject }) => subject)).toEqual([
      'Mae eich cais wedi cyrraedd',
    ]);
  });

  it('has a new version when it asks otherwise, and old answers keep the questions they answered', async () => {
    const { callId } = await charity.anotherCall({ questions });
    const form = charity.form({ callId, answers: { region: 'north', hopes: 'A quiet weekend' } });
    accepted(await charity.apply(form));
    const other: Questions = [{ questionId: 'hopes', kind: 'consent', label: 'Do you hope?' }];
    expect(await charity.changeCall(callId, { questions: other })).toMatchObject({ version: 2 });
    expect(await charity.changeCall(callId, { questions: other })).toMatchObject({ version: 2 });
    const { answers, callVersion } = await shown(form.applicationId);
    expect([callVersion, answers.map(({ label, words }) => [label, words])]).toEqual([
      1,
      [
        ['Where do you live?', 'In the north'],
        ['What do you hope for?', 'A quiet weekend'],
      ],
    ]);
    const begunBefore = charity.form({ callId, callVersion: 1, answers: { hopes: 'Peace' } });
    accepted(await charity.apply(begunBefore));
    expect((await shown(begunBefore.applicationId)).answers.map(({ words }) => words)).toEqual(['Peace']);
    expect(await charity.apply(charity.form({ callId, callVersion: 3 }))).toMatchObject({
      refusal: { code: 'badInput', details: [{ field: 'callVersion' }] },
    });
  });

  it('takes nobody’s yes to words that are not in force any more', async () => {
    const { callId, consentHash } = await charity.anotherCall();
    await charity.changeCall(callId, { consentText: 'We keep you safe, and your pictures too.' });
    const form = charity.form({ callId, callVersion: 1, consentHash });
    expect(await charity.apply(form)).toMatchObject({ refusal: { code: 'consentChanged' } });
  });

  it('is not open before its time, nor after it, and each no says what to do next', async () => {
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    const later = await charity.anotherCall({ opensAt: soon });
    expect(later.state).toBe('notYet');
    const early = await charity.apply(charity.form({ callId: later.callId }));
    expect(early).toMatchObject({ refusal: { code: 'callNotYet' } });
    const { callId } = await charity.anotherCall();
    const close = { charityId: charity.charityId, callId };
    expect(accepted(await stage.call('close-call', close, charity.manager)).state).toBe('closed');
    accepted(await stage.call('close-call', close, charity.manager));
    expect(await charity.apply(charity.form({ callId }))).toMatchObject({ refusal: { code: 'callClosed' } });
    expect((await charity.audited('call.closed')).filter(({ about }) => about === callId)).toHaveLength(1);
    expect((await charity.changeCall(callId)).state).toBe('open');
    accepted(await charity.apply(charity.form({ callId })));
  });

  it('takes as many as it has places for, however many come at once', async () => {
    const { callId } = await charity.anotherCall({ capacity: 3 });
    const forms = Array.from({ length: 12 }, () => charity.form({ callId }));
    const answers = await Promise.all(forms.map((form) => charity.apply(form)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    const full = answers.find(({ ok }) => !ok);
    expect(full).toMatchObject({ refusal: { code: 'callFull' } });
    expect((await view(callId)).state).toBe('full');
    const [first] = forms.filter((_, at) => answers[at]?.ok);
    expect(first && (await charity.apply(first))).toMatchObject({ ok: true });
  });

  it('A2: is as soon full when an address is known as when it is not', async () => {
    const known = charity.form();
    accepted(await charity.apply(known));
    const { callId } = await charity.anotherCall({ capacity: 1 });
    accepted(await charity.apply(charity.form({ callId, person: known.person })));
    expect((await view(callId)).state).toBe('full');
    const { calls } = accepted(
      await stage.call('list-calls', { charityId: charity.charityId }, charity.manager),
    );
    expect(calls.find((call) => call.callId === callId)).toMatchObject({ applications: 0 });
  });

  it('turns away whoever is too young, and keeps nothing of them', async () => {
    const { callId } = await charity.anotherCall({ minimumAge: 16 });
    const form = charity.form({ callId, ofAge: false });
    const refused = await charity.apply(form);
    expect(refused).toMatchObject({ refusal: { code: 'tooYoung', message: expect.stringContaining('16') } });
    expect((await charity.applications()).map((one) => one.applicationId)).not.toContain(form.applicationId);
    expect(await charity.mailsTo(form.person.email)).toEqual([]);
  });

  it('says which answer is too long, and how long it is, when somebody sends 100 kB', async () => {
    const { callId } = await charity.anotherCall({ questions });
    const form = charity.form({
      callId,
      answers: { hopes: 'x'.repeat(100_000) },
      about: 'y'.repeat(100_000),
    });
    const about = await charity.apply(form);
    expect(about).toMatchObject({
      refusal: {
        code: 'badInput',
        details: [{ field: 'about', problem: 'has 100000 characters; 4000 fit: please shorten it' }],
      },
    });
    expect(await charity.apply({ ...form, about: '' })).toMatchObject({
      refusal: { code: 'badInput', details: [{ field: 'answers.hopes' }] },
    });
  });

  it.each(['محمد عبد الله', '王小明', '👩🏽‍🦽‍➡️ Zoë', '‏עברית‏', "Seán O'Neill-Ó Súilleabháin", 'Þórgunnur 🏳️‍⚧️'])(
    'takes the name %s as it is',
    async (name) => {
      const form = charity.form({ person: { ...anybody(), name }, penName: name });
      accepted(await charity.apply(form));
      const { curatorId } = accepted(await charity.accept(form.applicationId));
      const why = { reason: 'records' as const, purpose: 'to see that the name is right' };
      const asked = { charityId: charity.charityId, curatorId, ...why };
      const revealed = accepted(await stage.call('reveal-identity', asked, charity.manager));
      expect([revealed.name, (await shown(form.applicationId)).penName]).toEqual([name, name]);
    },
  );

  it('is the same call when it is opened again, also once it was changed, and no other', async () => {
    const opened = await charity.anotherCall({ capacity: 5, questions });
    const { callId } = opened;
    expect(await charity.anotherCall({ callId, capacity: 5, questions })).toMatchObject({ version: 1 });
    const words = { title: 'Take over', invitation: 'Come and join us.', consentText: 'We keep you safe.' };
    const again = { charityId: charity.charityId, callId, ...words, questions, capacity: 6 };
    expect(await stage.call('open-call', again, charity.manager)).toMatchObject({
      refusal: { code: 'badInput' },
    });
    await charity.changeCall(callId, { capacity: 9 });
    expect(await charity.anotherCall({ callId, capacity: 5, questions })).toMatchObject({ version: 2 });
  });

  it('cannot ask what cannot be answered', async () => {
    const choice = { kind: 'choice', label: 'Which?', options: [{ value: 'a', label: 'A' }] } as const;
    const broken: Questions = [
      { questionId: 'one', ...choice, options: [choice.options[0], choice.options[0]] },
      { questionId: 'one', kind: 'text', label: 'Why?' },
      { questionId: 'two', kind: 'text', label: 'Why?', onlyIf: { questionId: 'three', isOneOf: ['a'] } },
      { questionId: 'three', kind: 'scale', label: 'How?', from: 5, to: 1, lowest: 'a', highest: 'b' },
    ];
    const words = { title: 'Take over', invitation: 'Come.', consentText: 'We keep you safe.' };
    const call = { charityId: charity.charityId, callId: newId<never>(), ...words, questions: broken };
    const refused = await stage.call('open-call', call, charity.manager);
    expect(refused).toMatchObject({
      refusal: {
        code: 'badInput',
        details: [
          { field: 'questions.0.options', problem: 'has the same value twice' },
          { field: 'questions.1.questionId' },
          { field: 'questions.2.onlyIf', problem: 'must name a question that is asked before this one' },
          { field: 'questions.3.to' },
        ],
      },
    });
  });

  it('is listed for the public while somebody can do something about it, and for the team with all of it', async () => {
    const other = await stage.aCharity();
    const { charityId } = other;
    const { callId } = await other.anotherCall({
      title: 'A “call” & more',
      embedOn: ['https://shine.example'],
    });
    const closed = await other.anotherCall();
    accepted(await stage.call('close-call', { charityId, callId: closed.callId }, other.manager));
    const open = accepted(await stage.call('list-open-calls', { charityId }, anyone));
    expect(open.calls.map((call) => call.callId)).toEqual([callId, other.callId]);
    const { calls } = accepted(await stage.call('list-calls', { charityId }, other.manager));
    expect(calls.map(({ state }) => state)).toEqual(['closed', 'open', 'open']);
    expect(calls[1]?.embedCode).toBe(
      `<iframe src="https://baton.example/c/shine-ms/calls/${callId}/embed" title="A “call” &amp; more" width="100%" height="1200" style="border:0"></iframe>`,
    );
    expect(calls[2]?.embedCode).toBeNull();
  });
});
