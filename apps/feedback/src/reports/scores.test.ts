import type { TakeoverId } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type Survey } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { scoresOf } from './scores.js';

const dayMs = 86_400_000;
const lonely = {
  companionship: 'often',
  leftOut: 'often',
  isolated: 'often',
  direct: 'oftenOrAlways',
} as const;
const better = { companionship: 'someOfTheTime', leftOut: 'often', isolated: null, direct: 'never' } as const;

describe('scores in reports', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const scores = async (takeoverId: TakeoverId) =>
    (await stage.inCharity(charity.charityId, scoresOf)).find((person) => person.takeoverId === takeoverId);
  const at = (days: number) => stage.database.shiftClock(days * dayMs);

  it('tell how somebody was before, after and four weeks after their first weekend, whatever comes later', async () => {
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
    await at(300);
    await charity.books(robin);
    accepted(await charity.answer(await newest(), robin, { experience: null, words: '' }));
    const told = { at: expect.any(Date) };
    expect(await scores(first)).toEqual({
      takeoverId: first,
      before: { ...told, ucla: 9, direct: 'oftenOrAlways', experience: null },
      after: { ...told, ucla: null, direct: 'never', experience: 5 },
      fourWeeks: { ...told, ucla: 6, direct: 'occasionally', experience: 5 },
    });
    expect(await scores(second)).toBeUndefined();
  });

  it('are of what was sent off alone', async () => {
    const curator = charity.aCurator();
    const takeoverId = await charity.opens(curator);
    await charity.closes(curator, { takeoverId });
    const [survey] = await charity.surveysOf(curator);
    if (!survey) throw new Error('not asked');
    accepted(await charity.save(survey, curator, 'direct', 'never'));
    expect(await scores(takeoverId)).toEqual({ takeoverId, before: null, after: null, fourWeeks: null });
  });
});
