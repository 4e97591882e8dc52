import type { SurveyId } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  type CharityOnStage,
  type CuratorOnStage,
  type Survey,
} from '../../rehearsal/charity-on-stage.js';
import { Stage } from '../../rehearsal/stage.js';

const dayMs = 86_400_000;
const over = { refusal: { code: 'surveyOver' } };

describe('when a curator is asked', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const later = async (days: number) => {
    await stage.database.shiftClock(days * dayMs);
    await stage.doWhatIsDue();
  };
  const wavesOf = async (curator: CuratorOnStage) =>
    (await charity.surveysOf(curator)).map(({ wave }) => wave);
  const theOne = async (curator: CuratorOnStage, wave: Survey['wave']): Promise<Survey> => {
    const found = (await charity.surveysOf(curator)).find((survey) => survey.wave === wave);
    if (!found) throw new Error(`not asked ${wave}`);
    return found;
  };
  const answersIn = (surveyId: SurveyId) =>
    stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT FROM survey_answer WHERE charity_id = $1 AND survey_id = $2', [
        charity.charityId,
        surveyId,
      ]),
    );

  describe('before a takeover', () => {
    it('is when they are ready, once, of no takeover yet', async () => {
      const robin = charity.aCurator();
      await charity.becomesReady(robin);
      await charity.becomesReady(robin, 2);
      await charity.books(robin);
      const [survey, ...others] = await charity.surveysOf(robin);
      expect(others).toEqual([]);
      expect(survey).toMatchObject({ wave: 'before', takeoverId: null, closesAt: null, state: 'open' });
    });

    it('is over once the takeover opens: what is said then is not how they were before', async () => {
      const robin = charity.aCurator();
      await charity.becomesReady(robin);
      const survey = await theOne(robin, 'before');
      accepted(await charity.save(survey, robin, 'direct', 'never'));
      await charity.opens(robin);
      expect(await theOne(robin, 'before')).toMatchObject({ state: 'over', closesAt: expect.any(String) });
      expect(await charity.save(survey, robin, 'direct', 'hardlyEver')).toMatchObject(over);
      expect(await charity.finish(survey, robin)).toMatchObject(over);
      await stage.doWhatIsDue();
      expect(await answersIn(survey.surveyId)).toEqual([]);
    });

    it('is again when they book half a year later, and not sooner', async () => {
      const robin = charity.aCurator();
      await charity.becomesReady(robin);
      accepted(await charity.finish(await theOne(robin, 'before'), robin));
      await later(25 * 7);
      await charity.books(robin);
      expect(await wavesOf(robin)).toEqual(['before']);
      await later(27 * 7);
      await charity.books(robin);
      expect(await wavesOf(robin)).toEqual(['before', 'before']);
    });
  });

  describe('after a takeover', () => {
    it('is for four weeks: then it takes no more answers, and what was not sent off is gone', async () => {
      const { curator, survey } = await charity.anAskedCurator();
      accepted(await charity.save(survey, curator, 'words', 'It was lovely.'));
      await later(27);
      accepted(await charity.save(survey, curator, 'isolated', 'often'));
      await later(29);
      expect(await charity.save(survey, curator, 'isolated', 'often')).toMatchObject(over);
      expect(await charity.answer(survey, curator)).toMatchObject(over);
      expect(await answersIn(survey.surveyId)).toEqual([]);
    });

    it('keeps what was sent off when its time is over', async () => {
      const { curator, survey } = await charity.anAskedCurator();
      accepted(await charity.answer(survey, curator));
      await later(29);
      expect(await answersIn(survey.surveyId)).toHaveLength(6);
      expect(await charity.answer(survey, curator)).toMatchObject({ ok: true });
    });

    it('is not at all where they left, took back their consent or said “not now” in the middle of it', async () => {
      const robin = charity.aCurator();
      await charity.closes(robin, { because: 'curatorGone' });
      await later(29);
      expect(await wavesOf(robin)).toEqual([]);
    });

    it('is also where it ended badly: without those the figures would be too good', async () => {
      const robin = charity.aCurator();
      await charity.closes(robin, { because: 'ended' });
      expect(await wavesOf(robin)).toEqual(['after']);
    });
  });

  describe('four weeks after a takeover', () => {
    it('is once, on the day, however many look', async () => {
      const { curator, survey } = await charity.anAskedCurator();
      await later(27);
      expect(await wavesOf(curator)).toEqual(['after']);
      await stage.database.shiftClock(28 * dayMs + 60_000);
      await Promise.all([stage.doWhatIsDue(), stage.doWhatIsDue(), stage.doWhatIsDue()]);
      expect(await wavesOf(curator)).toEqual(['fourWeeks', 'after']);
      expect(await theOne(curator, 'fourWeeks')).toMatchObject({ takeoverId: survey.takeoverId });
    });

    it('is caught up with after an outage, and open for four weeks from then', async () => {
      const { curator } = await charity.anAskedCurator();
      await later(40);
      const survey = await theOne(curator, 'fourWeeks');
      await later(60);
      accepted(await charity.finish(survey, curator));
    });

    it('is not at all once they have taken back their consent, and what waited is gone', async () => {
      const { curator } = await charity.anAskedCurator();
      await charity.takesBack(curator, 'posting');
      await later(29);
      expect(await wavesOf(curator)).toEqual([]);
    });
  });
});
