import { curatorLeft, type OwnSurveyQuestion, type SurveyWave } from '@baton/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../../rehearsal/charity-on-stage.js';
import { Stage } from '../../rehearsal/stage.js';

const colour: Extract<OwnSurveyQuestion, { kind: 'choice' }> = {
  key: 'colour',
  kind: 'choice',
  words: 'Which colour was it?',
  options: [
    { key: 'blue', words: 'Blue' },
    { key: 'red', words: 'Red' },
  ],
};
const tiring: OwnSurveyQuestion = {
  ...{ key: 'tiring', kind: 'scale', words: 'How tiring was it?' },
  ...{ steps: 5, lowest: 'Not at all', highest: 'Very' },
};
const wish: OwnSurveyQuestion = { key: 'wish', kind: 'text', words: 'What should we change?' };

describe('a charity’s own questions', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const set = (own: OwnSurveyQuestion[], basedOn: number, wave: SurveyWave = 'after') =>
    stage.call('set-survey-questions', { charityId: charity.charityId, wave, basedOn, own }, charity.manager);
  const view = async () =>
    accepted(await stage.call('view-survey-questions', { charityId: charity.charityId }, charity.manager));

  it('stand after the validated ones, which are asked all the same', async () => {
    accepted(await set([colour, tiring, wish], 0));
    const { curator, survey } = await charity.anAskedCurator();
    const { questions } = accepted(await charity.view(survey, curator));
    expect(questions.map(({ key }) => key)).toEqual([
      ...['companionship', 'leftOut', 'isolated', 'direct', 'experience', 'words'],
      ...['own-colour', 'own-tiring', 'own-wish'],
    ]);
    expect(questions[7]?.answers.map(({ words }) => words)).toEqual([
      '1: Not at all',
      '2',
      '3',
      '4',
      '5: Very',
    ]);
    accepted(await charity.save(survey, curator, 'own-colour', 'blue', true));
    accepted(await charity.save(survey, curator, 'own-wish', 'More tea.', true));
    expect(await charity.save(survey, curator, 'own-tiring', '6')).toMatchObject({
      refusal: { code: 'notAnAnswer' },
    });
    expect(accepted(await charity.view(survey, curator)).given).toEqual([
      { key: 'own-colour', answer: 'blue', mayQuote: false },
      { key: 'own-wish', answer: 'More tea.', mayQuote: true },
    ]);
  });

  it('changed while people answer lose nobody anything: an open survey keeps asking what it asked', async () => {
    accepted(await set([colour, wish], 0));
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'own-colour', 'red'));
    accepted(await set([tiring], 1));
    const before = accepted(await charity.view(survey, curator));
    expect(before.questions.map(({ key }) => key).slice(-2)).toEqual(['own-colour', 'own-wish']);
    expect(before.given).toMatchObject([{ key: 'own-colour', answer: 'red' }]);
    accepted(await charity.save(survey, curator, 'own-wish', 'Nothing.'));
    accepted(await charity.finish(survey, curator));
    const next = await charity.anAskedCurator();
    const { questions } = accepted(await charity.view(next.survey, next.curator));
    expect(questions.at(-1)?.key).toBe('own-tiring');
    expect(await charity.save(next.survey, next.curator, 'own-colour', 'red')).toMatchObject({
      refusal: { code: 'notAsked' },
    });
  });

  it('are answered all at once as well', async () => {
    accepted(await set([colour], 0));
    const { curator, survey } = await charity.anAskedCurator();
    const own = [{ key: 'own-colour', answer: 'red', mayQuote: false }];
    const first = await charity.answer(survey, curator, { own });
    expect(first).toMatchObject({ ok: true });
    expect(await charity.answer(survey, curator, { own })).toEqual(first);
  });

  it('are answered for as long as their author is here: all of it is gone once they have left', async () => {
    accepted(await set([colour, tiring, wish], 0));
    const { curator, survey } = await charity.anAskedCurator();
    for (const [key, answer] of [
      ['own-colour', 'red'],
      ['own-tiring', '4'],
      ['own-wish', 'More tea.'],
      ['isolated', 'often'],
    ] as const)
      accepted(await charity.save(survey, curator, key, answer));
    accepted(await charity.finish(survey, curator));
    const { curatorId } = curator;
    const data = { curatorId, pastPosts: 'keep' as const };
    await stage.hears(curatorLeft, charity.charityId, { subject: curatorId, revision: 9, data });
    const kept = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ key: string }>('SELECT question_key AS key FROM survey_answer WHERE survey_id = $1', [
        survey.surveyId,
      ]),
    );
    expect(kept).toEqual([{ key: 'isolated' }]);
  });

  it('are versions: the same again is the same, and two who change them at once do not overwrite each other', async () => {
    const [first] = [accepted(await set([colour], 0))];
    expect(accepted(await set([colour], 0))).toEqual(first);
    const answers = await Promise.all([set([tiring], 1), set([wish], 1)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'changedMeanwhile' } });
    const { waves } = await view();
    expect(waves.map(({ wave, version }) => [wave, version])).toEqual([
      ['before', 0],
      ['after', 2],
      ['fourWeeks', 0],
    ]);
    expect(waves[1]?.always.map(({ key }) => key)).toContain('companionship');
  });

  it.each([
    ['six of them', [1, 2, 3, 4, 5, 6].map((at) => ({ ...wish, key: `w${at}` }))],
    ['two of one key', [wish, { ...colour, key: 'wish' }]],
    ['a validated one in its own words', [{ ...wish, words: 'How often do you feel lonely?' }]],
    ['one without words', [{ ...wish, words: ' ' }]],
    ['a choice of one', [{ ...colour, options: colour.options.slice(0, 1) }]],
  ])('are refused where they are %s', async (_, own) => {
    expect(await set(own as OwnSurveyQuestion[], 0)).toMatchObject({ refusal: { code: 'badInput' } });
  });
});
