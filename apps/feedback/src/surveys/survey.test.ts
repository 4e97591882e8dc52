import type { CharityId, SurveyId, TakeoverId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, CharityOnStage, goodAnswers } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const day = 24 * 3_600_000;

describe('the survey after a takeover', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  it('is opened by the end of the takeover, and says so', async () => {
    const curator = charity.aCurator();
    const closed = await charity.closes(curator);
    const [survey, ...others] = await charity.surveysOf(curator);
    expect(others).toEqual([]);
    expect(survey).toMatchObject({ takeoverId: closed.subject, wave: 'after', answeredAt: null });
    const facts = (await charity.facts()).filter(({ causationid }) => causationid === closed.id);
    const { curatorId } = curator;
    const closesAt = survey?.closesAt;
    const data = {
      surveyId: survey?.surveyId,
      takeoverId: closed.subject,
      curatorId,
      wave: 'after',
      closesAt,
    };
    expect(facts).toMatchObject([
      { type: 'baton.survey.opened.v2', subject: survey?.surveyId, revision: 1, data },
    ]);
  });

  it('is opened once, however often the end is told', async () => {
    const curator = charity.aCurator();
    const { subject } = await charity.closes(curator);
    await charity.closes(curator, { takeoverId: subject as TakeoverId });
    expect(await charity.surveysOf(curator)).toHaveLength(1);
  });

  it('is not opened for a takeover that an outage swallowed', async () => {
    const curator = charity.aCurator();
    await charity.closes(curator, { opened: false });
    expect(await charity.surveysOf(curator)).toEqual([]);
  });

  it('waits for a charity that has not been heard of yet', async () => {
    const late = new CharityOnStage(stage, newId<CharityId>());
    const curator = late.aCurator();
    const closing = late.closes(curator);
    await late.register('Europe/London');
    await closing;
    expect(await late.surveysOf(curator)).toHaveLength(1);
  });

  it('asks in the exact words of the validated scales, and each may be skipped', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    const key = { charityId: charity.charityId, surveyId: survey.surveyId };
    const { questions } = accepted(await stage.call('view-survey', key, curator.caller));
    expect(questions.map(({ words }) => words)).toEqual([
      'How often do you feel that you lack companionship?',
      'How often do you feel left out?',
      'How often do you feel isolated from others?',
      'How often do you feel lonely?',
      'Taking over was a good experience for me.',
      'What was it like?',
    ]);
    expect(questions.filter(({ source }) => source !== null).map(({ key }) => key)).toEqual([
      'companionship',
      'leftOut',
      'isolated',
      'direct',
    ]);
    expect(questions[0]?.answers.map(({ words }) => words)).toEqual([
      'Hardly ever or never',
      'Some of the time',
      'Often',
    ]);
    const loneliness = { companionship: null, leftOut: null, isolated: null, direct: null };
    const skipped = await charity.answer(survey, curator, { loneliness, experience: null, words: '' });
    expect(skipped).toMatchObject({ ok: true, value: { answeredAt: expect.any(String) } });
  });

  it('is answered once: the same answers again are the same, others are refused', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    const first = await charity.answer(survey, curator);
    expect(first).toMatchObject({ ok: true, value: { surveyId: survey.surveyId } });
    expect(await charity.answer(survey, curator)).toEqual(first);
    const other = await charity.answer(survey, curator, { experience: 1 });
    expect(other).toMatchObject({ refusal: { code: 'alreadyAnswered' } });
    const facts = (await charity.facts()).filter(({ subject }) => subject === survey.surveyId);
    expect(facts.map(({ type, revision }) => [type, revision])).toEqual([
      ['baton.survey.opened.v2', 1],
      ['baton.survey.answered.v2', 2],
    ]);
  });

  it('is answered once, also when two answers come at once', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    const before = (await charity.facts()).length;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((experience) => charity.answer(survey, curator, { experience })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await charity.facts()).length - before).toBe(2);
  });

  it('is the curator’s own: nobody else sees or answers it', async () => {
    const { survey } = await charity.anAskedCurator();
    const key = { charityId: charity.charityId, surveyId: survey.surveyId };
    const stranger = charity.aCurator();
    expect(await charity.surveysOf(stranger)).toEqual([]);
    expect(await charity.answer(survey, stranger)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await stage.call('view-survey', key, stranger.caller)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    expect(await stage.call('view-survey', key, charity.manager)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  });

  it('is out of reach from another charity, even for the same curator', async () => {
    const other = await stage.aCharity();
    const { curator, survey } = await charity.anAskedCurator();
    const abroad = other.aCurator(curator.curatorId);
    expect(await charity.answer(survey, abroad)).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(await other.answer(survey, abroad)).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('is asked again after another takeover, newest first', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    await stage.database.shiftClock(7 * day);
    await charity.closes(curator);
    await stage.database.shiftClock(0);
    const surveys = await charity.surveysOf(curator);
    expect(surveys).toHaveLength(2);
    expect(surveys[1]?.surveyId).toBe(survey.surveyId);
  });

  it('keeps scores as scores and words sealed; shredding the respondent’s key forgets the words', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    await charity.answer(survey, curator);
    const vault = stage.service.app.get(Vault);
    const owner = `respondent:${curator.curatorId}`;
    await stage.inCharity(charity.charityId, async (tx) => {
      const [row] = await tx.query<{ text: string; words: Buffer }>(
        `SELECT s::text || a::text AS text, words_sealed AS words
           FROM survey s JOIN survey_answer a USING (charity_id, survey_id)
          WHERE survey_id = $1 AND question_key = 'words'`,
        [survey.surveyId],
      );
      expect(row?.text).toContain('someOfTheTime');
      expect(row?.text).not.toContain(Buffer.from('yoga').toString('hex'));
      const words = row?.words ?? Buffer.alloc(0);
      expect(await vault.open(tx, owner, 'words', words)).toBe(goodAnswers.words);
      await vault.shred(tx, owner);
      await expect(vault.open(tx, owner, 'words', words)).rejects.toThrow('shredded');
    });
  });

  it('refuses scores that the scales do not have', async () => {
    const { curator, survey } = await charity.anAskedCurator();
    expect(await charity.answer(survey, curator, { experience: 6 })).toMatchObject({
      refusal: { code: 'badInput' },
    });
    const unknown = { ...survey, surveyId: newId<SurveyId>() };
    expect(await charity.answer(unknown, curator)).toMatchObject({ refusal: { code: 'notFound' } });
  });
});
