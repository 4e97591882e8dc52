import type { Envelope } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type Survey } from '../../rehearsal/charity-on-stage.js';
import { Stage } from '../../rehearsal/stage.js';

const isAlarm = ({ type }: Envelope) => type === 'baton.feedback.crisis-noticed.v1';

describe('a survey that is saved as it is answered', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const factsAbout = async ({ surveyId }: Survey) =>
    (await charity.facts()).filter(({ subject }) => subject === surveyId);
  const row = async ({ surveyId }: Survey) => {
    const [found] = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<Record<string, unknown>>(
        'SELECT companionship, left_out, isolated, direct, experience FROM survey WHERE survey_id = $1',
        [surveyId],
      ),
    );
    return found;
  };

  it('keeps each answer, takes another in its place, and forgets one that is skipped', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'isolated', 'often'));
    accepted(await charity.save(survey, curator, 'isolated', 'someOfTheTime'));
    accepted(await charity.save(survey, curator, 'isolated', 'someOfTheTime'));
    accepted(await charity.save(survey, curator, 'words', 'Busy and kind.', true));
    accepted(await charity.save(survey, curator, 'direct', 'never'));
    accepted(await charity.save(survey, curator, 'direct', null));
    const { given } = accepted(await charity.view(survey, curator));
    expect(given).toEqual([
      { key: 'isolated', answer: 'someOfTheTime', mayQuote: false },
      { key: 'words', answer: 'Busy and kind.', mayQuote: true },
    ]);
  });

  it('counts nowhere before it is sent off, and once after, however often it is sent', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    for (const key of ['companionship', 'leftOut', 'isolated'])
      accepted(await charity.save(survey, curator, key, 'often'));
    accepted(await charity.save(survey, curator, 'experience', '4'));
    expect(await row(survey)).toMatchObject({ companionship: null, experience: null });
    const sent = await Promise.all([1, 2, 3].map(() => charity.finish(survey, curator)));
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await row(survey)).toEqual({
      companionship: 'often',
      left_out: 'often',
      isolated: 'often',
      direct: null,
      experience: 4,
    });
    expect((await factsAbout(survey)).map(({ type }) => type)).toEqual([
      'baton.survey.opened.v2',
      'baton.survey.answered.v2',
    ]);
  });

  it('changes no more once it is sent off, and shows to nobody what was in it', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'words', 'It was fine.'));
    accepted(await charity.finish(survey, curator));
    const refused = { refusal: { code: 'alreadyAnswered' } };
    expect(await charity.save(survey, curator, 'words', 'It was not.')).toMatchObject(refused);
    expect(await charity.answer(survey, curator)).toMatchObject(refused);
    expect(accepted(await charity.view(survey, curator))).toMatchObject({ given: [] });
  });

  it.each([
    ['an answer that the question does not have', 'isolated', 'always', 'notAnAnswer'],
    ['a score beyond the end of the scale', 'experience', '6', 'notAnAnswer'],
    ['an answer of another question', 'direct', 'hardlyEverOrNever', 'notAnAnswer'],
    ['a question that is not asked', 'own-colour', 'blue', 'notAsked'],
    ['100 kB', 'words', 'x'.repeat(100_000), 'badInput'],
    ['a broken character', 'words', 'a\0b', 'badInput'],
  ])('refuses %s, and keeps nothing of it', async (_, key, answer, code) => {
    const { curator, survey } = await charity.anAskedCurator();
    expect(await charity.save(survey, curator, key, answer)).toMatchObject({ refusal: { code } });
    expect(accepted(await charity.view(survey, curator)).given).toEqual([]);
  });

  it('refuses answers all at once as well where one of them is not one, and keeps none', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    const own = [{ key: 'own-colour', answer: 'blue' }];
    expect(await charity.answer(survey, curator, { own })).toMatchObject({ refusal: { code: 'notAsked' } });
    expect(accepted(await charity.view(survey, curator)).given).toEqual([]);
  });

  it('asks no experience before there was any', async () => {
    const robin = charity.aCurator();
    await charity.becomesReady(robin);
    const [survey] = await charity.surveysOf(robin);
    if (!survey) throw new Error('not asked');
    expect(await charity.save(survey, robin, 'experience', '5')).toMatchObject({
      refusal: { code: 'notAsked' },
    });
    accepted(await charity.answer(survey, robin, { experience: null }));
    const facts = await charity.facts();
    expect(
      facts.filter(({ type, subject }) => type.includes('experience') && subject === survey.surveyId),
    ).toEqual([]);
  });

  it('is nobody else’s, at each of its ways in', async () => {
    const { survey } = await charity.anAskedCurator();
    const stranger = charity.aCurator();
    for (const refused of [
      charity.save(survey, stranger, 'words', 'Hello'),
      charity.finish(survey, stranger),
      charity.view(survey, stranger),
    ])
      expect(await refused).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('P2: keeps words sealed, before and after it is sent off', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'words', 'hedgehogs and trumpets'));
    const stored = async () =>
      JSON.stringify(
        await stage.inCharity(charity.charityId, (tx) => tx.query('SELECT a::text FROM survey_answer a')),
      );
    const secret = [/hedgehogs/, new RegExp(Buffer.from('hedgehogs').toString('hex'))];
    for (const one of secret) expect(await stored()).not.toMatch(one);
    accepted(await charity.finish(survey, curator));
    for (const one of secret) expect(await stored()).not.toMatch(one);
    expect(JSON.stringify(await charity.facts())).not.toContain('hedgehogs');
  });

  it('S1: words of a crisis show help at once and reach a person, sent off or not, and once for the same words', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    const words = 'I want to kill myself tonight.';
    for (let times = 0; times < 3; times += 1)
      expect(accepted(await charity.save(survey, curator, 'words', words))).toMatchObject({
        needsHelp: true,
      });
    expect((await factsAbout(survey)).filter(isAlarm)).toMatchObject([
      {
        data: { where: 'survey', curatorId: curator.curatorId, takeoverId: survey.takeoverId },
      },
    ]);
    accepted(await charity.save(survey, curator, 'words', `${words} I have the pills.`));
    expect((await factsAbout(survey)).filter(isAlarm)).toHaveLength(2);
    expect(JSON.stringify(await charity.facts())).not.toContain('kill');
    expect(accepted(await charity.finish(survey, curator))).toMatchObject({ needsHelp: true });
  });

  it('points whoever is often lonely to somebody, and nobody else', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'direct', 'someOfTheTime'));
    expect(accepted(await charity.finish(survey, curator))).toMatchObject({ needsHelp: false });
    const other = await charity.anAskedCurator();
    accepted(await charity.save(other.survey, other.curator, 'direct', 'oftenOrAlways'));
    expect(accepted(await charity.finish(other.survey, other.curator))).toMatchObject({ needsHelp: true });
  });

  it('is in the reader’s language, and the validated questions in theirs', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    const { questions } = accepted(await charity.view(survey, curator, 'cy'));
    expect(questions.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'en', 'cy', 'cy']);
    expect(questions[0]?.words).toBe('How often do you feel that you lack companionship?');
    expect(questions.at(-1)?.words).toBe('Sut brofiad oedd e?');
  });
});
