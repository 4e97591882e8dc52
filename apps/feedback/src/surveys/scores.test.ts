import type { TakeoverId } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type Survey } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { surveyScores, type WhichScores } from './scores.js';

const dayMs = 86_400_000;
const lonely = {
  companionship: 'often',
  leftOut: 'often',
  isolated: 'often',
  direct: 'oftenOrAlways',
} as const;
const better = { companionship: 'someOfTheTime', leftOut: 'often', isolated: null, direct: 'never' } as const;

describe('scores of surveys', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const scores = (which: WhichScores) => stage.inCharity(charity.charityId, (tx) => surveyScores(tx, which));
  const at = (days: number) => stage.database.shiftClock(days * dayMs);

  it('tell how somebody was before, after and four weeks later, about each of their takeovers', async () => {
    const robin = charity.aCurator();
    const newest = async (): Promise<Survey> => {
      const [survey] = await charity.surveysOf(robin);
      if (!survey) throw new Error('not asked');
      return survey;
    };
    await charity.becomesReady(robin);
    accepted(
      await charity.answer(await newest(), robin, { loneliness: lonely, experience: null, words: '' }),
    );
    await at(1);
    const first = await charity.opens(robin);
    await charity.closes(robin, { takeoverId: first });
    accepted(await charity.answer(await newest(), robin, { loneliness: better }));
    await at(30);
    await stage.doWhatIsDue();
    accepted(await charity.answer(await newest(), robin));
    await at(60);
    const second = await charity.opens(robin);
    await charity.closes(robin, { takeoverId: second });
    const { curatorId } = robin;
    const of = (takeoverId: TakeoverId) => ({ takeoverId, curatorId, answeredAt: expect.any(Date) });
    const before = { wave: 'before', ucla: 9, direct: 'oftenOrAlways', experience: null };
    expect(await scores({ takeoverId: first })).toEqual([
      { ...of(first), ...before },
      { ...of(first), wave: 'after', ucla: null, direct: 'never', experience: 5 },
      { ...of(first), wave: 'fourWeeks', ucla: 6, direct: 'occasionally', experience: 5 },
    ]);
    expect(await scores({ takeoverId: second })).toEqual([{ ...of(second), ...before }]);
    await at(300);
    await charity.books(robin);
    accepted(await charity.answer(await newest(), robin, { experience: null, words: '' }));
    expect(await scores({ takeoverId: second })).toEqual([{ ...of(second), ...before }]);
    const now = Date.now();
    const season = { from: new Date(now), to: new Date(now + 31 * dayMs) };
    expect((await scores(season)).filter((score) => score.curatorId === curatorId)).toHaveLength(3);
    expect(await scores({ from: new Date(0), to: new Date(1) })).toEqual([]);
  });

  it('are of what was sent off alone', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'direct', 'never'));
    expect(await scores({ takeoverId: survey.takeoverId as TakeoverId })).toEqual([]);
  });
});
