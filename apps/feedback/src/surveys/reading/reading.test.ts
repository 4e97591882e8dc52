import type { Caller, CharityId, exportFeedback, OutputOf, TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  accepted,
  type CharityOnStage,
  type CuratorOnStage,
  type Survey,
} from '../../rehearsal/charity-on-stage.js';
import { Stage } from '../../rehearsal/stage.js';

describe('what curators wrote in surveys', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  /** Somebody who has sent off these words about their takeover. */
  const wrote = async (words: string, mayQuote = true, isSent = true) => {
    const { curator, survey } = await charity.anAskedCurator();
    accepted(await charity.save(survey, curator, 'isolated', 'often'));
    accepted(await charity.save(survey, curator, 'words', words, mayQuote));
    if (isSent) accepted(await charity.finish(survey, curator));
    return { curator, survey, takeoverId: survey.takeoverId as TakeoverId };
  };
  const gateway = { kind: 'service', service: 'api-gateway' } as const;
  const quotes = async (takeoverId: TakeoverId) =>
    accepted(await stage.call('list-quotes', { charityId: charity.charityId, takeoverId }, gateway)).quotes;
  const show = ({ surveyId }: Survey, shown = true, key = 'words') =>
    stage.call('show-quote', { charityId: charity.charityId, surveyId, key, shown }, charity.manager);
  const setMayQuote = ({ surveyId }: Survey, { caller }: CuratorOnStage, mayQuote: boolean, key = 'words') =>
    stage.call('set-may-quote', { charityId: charity.charityId, surveyId, key, mayQuote }, caller);
  const list = async (takeoverId?: TakeoverId) => {
    const input = { charityId: charity.charityId, ...(takeoverId && { takeoverId }) };
    return accepted(await stage.call('list-survey-answers', input, charity.manager)).answers;
  };

  it('is read by managers, with the question and without an answer about loneliness', async () => {
    const { survey, curator, takeoverId } = await wrote('Busy and kind.');
    expect(await list(takeoverId)).toEqual([
      {
        ...{
          surveyId: survey.surveyId,
          curatorId: curator.curatorId,
          takeoverId,
          wave: 'after',
          key: 'words',
        },
        ...{ question: 'What was it like?', words: 'Busy and kind.', hidden: false, quotable: true },
        ...{ quotedByName: false, shown: false },
        answeredAt: expect.any(String),
      },
    ]);
    expect(await list()).toHaveLength(1);
  });

  it('is nobody’s to read before it is sent off, unless somebody may be in danger', async () => {
    const { takeoverId } = await wrote('Not yet.', true, false);
    expect(await list(takeoverId)).toEqual([]);
    const other = await wrote('I want to kill myself tonight.', true, false);
    expect(await list(other.takeoverId)).toMatchObject([{ answeredAt: null, hidden: true, words: '' }]);
  });

  it('S3: is hidden where it may be hard to read, until somebody asks for it, which the audit tells', async () => {
    const { survey, takeoverId } = await wrote('I want to kill myself tonight.');
    expect(await list(takeoverId)).toMatchObject([{ hidden: true, words: '', quotable: false }]);
    const which = { charityId: charity.charityId, surveyId: survey.surveyId, key: 'words' };
    const read = accepted(await stage.call('read-survey-words', which, charity.manager));
    expect(read.words).toBe('I want to kill myself tonight.');
    expect(await charity.facts()).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ action: 'survey.words-read', about: survey.surveyId }),
      }),
    );
  });

  it('S1: is told of where it sounded like danger and was taken back, to managers and moderators, until one has seen it', async () => {
    const { curator, survey, takeoverId } = await wrote('I want to kill myself tonight.', false, false);
    accepted(await charity.save(survey, curator, 'words', null));
    const moderator = { ...charity.manager, role: 'moderator' } as Caller;
    const input = { charityId: charity.charityId, takeoverId };
    const told = async () => accepted(await stage.call('list-survey-answers', input, moderator)).answers;
    const { surveyId } = survey;
    const line = { surveyId, curatorId: curator.curatorId, key: 'words', words: '', answeredAt: null };
    expect(await told()).toMatchObject([{ ...line, noticedAt: expect.any(String) }]);
    await charity.takesBack(curator, 'posting');
    expect(await list()).toMatchObject([line]);
    const seen = () =>
      stage.call('read-survey-words', { charityId: charity.charityId, surveyId, key: 'words' }, moderator);
    expect(await seen()).toMatchObject({ ok: true, value: { words: '' } });
    expect(await list()).toEqual([]);
    expect(await seen()).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('S1: is not told of again once somebody has read it, unless there is more', async () => {
    const { curator, survey } = await wrote('I want to kill myself tonight.', false, false);
    const which = { charityId: charity.charityId, surveyId: survey.surveyId, key: 'words' };
    accepted(await stage.call('read-survey-words', which, charity.manager));
    accepted(await charity.save(survey, curator, 'words', 'I am better.'));
    expect(await list()).toEqual([]);
    accepted(await charity.save(survey, curator, 'words', 'I want to kill myself after all.'));
    accepted(await charity.save(survey, curator, 'words', null));
    expect(await list()).toHaveLength(1);
  });

  it('is quoted where its author said so and somebody of the team has shown it, and nowhere else', async () => {
    const [yes, no, unsent] = [
      await wrote('Quote me.'),
      await wrote('Do not quote me.', false),
      await wrote('Not sent.', true, false),
    ];
    expect(await quotes(yes.takeoverId)).toEqual([]);
    expect(await show(yes.survey)).toMatchObject({ value: { shown: true } });
    expect(await show(no.survey)).toMatchObject({ refusal: { code: 'notQuotable' } });
    expect(await show(unsent.survey)).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await show(yes.survey, true, 'isolated')).toMatchObject({ refusal: { code: 'notFound' } });
    expect(await quotes(yes.takeoverId)).toEqual([{ question: 'What was it like?', words: 'Quote me.' }]);
    expect(await quotes(no.takeoverId)).toEqual([]);
    expect(await list(yes.takeoverId)).toMatchObject([{ quotable: true, shown: true }]);
    expect(await charity.facts()).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({
          ...{ action: 'survey.quote-judged', about: yes.survey.surveyId },
          details: { key: 'words', shown: true },
        }),
      }),
    );
    accepted(await show(yes.survey, false));
    expect(await quotes(yes.takeoverId)).toEqual([]);
  });

  it('is asked for by the gateway alone, and shown by a manager alone', async () => {
    const { survey, curator, takeoverId } = await wrote('Quote me.');
    const which = { charityId: charity.charityId, takeoverId };
    for (const caller of [{ kind: 'anyone' } as const, curator.caller, charity.manager])
      expect(await stage.call('list-quotes', which, caller)).toMatchObject({ ok: false });
    const about = { charityId: charity.charityId, surveyId: survey.surveyId, key: 'words', shown: true };
    for (const caller of [{ kind: 'anyone' } as const, curator.caller, gateway])
      expect(await stage.call('show-quote', about, caller)).toMatchObject({ ok: false });
    const neighbour = await stage.aCharity();
    const abroad = { ...about, charityId: neighbour.charityId };
    expect(await stage.call('show-quote', abroad, neighbour.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  it.each([
    ['a phone number', 'Ring me on 07700 900473 any time.'],
    ['an address', 'Write to robin@example.org please.'],
    ['words of a crisis', 'I want to kill myself tonight.'],
  ])('is quoted nowhere with %s in it', async (_, words) => {
    const { survey, takeoverId } = await wrote(words);
    expect(await show(survey)).toMatchObject({ refusal: { code: 'notQuotable' } });
    expect(await quotes(takeoverId)).toEqual([]);
  });

  it.each(['quoting', 'posting'] as const)(
    'P4: is quoted no more once its author takes back %s, and again where they say so later',
    async (channel) => {
      const { curator, survey, takeoverId } = await wrote('Quote me.');
      accepted(await show(survey));
      await charity.takesBack(curator, channel);
      expect(await quotes(takeoverId)).toEqual([]);
      expect(await list(takeoverId)).toMatchObject([{ words: 'Quote me.', quotable: false, shown: false }]);
      const next = await charity.anAskedCurator(curator);
      accepted(await charity.save(next.survey, curator, 'words', 'Quote this one.', true));
      accepted(await charity.finish(next.survey, curator));
      accepted(await show(next.survey));
      expect(await quotes(next.survey.takeoverId as TakeoverId)).toMatchObject([
        { words: 'Quote this one.' },
      ]);
    },
  );

  it('P4: is quoted no more once its author says so of this answer, and after a new yes is looked at anew', async () => {
    const { curator, survey, takeoverId } = await wrote('Quote me.');
    accepted(await show(survey));
    const theirs = async () =>
      accepted(await stage.call('list-surveys', { charityId: charity.charityId }, curator.caller)).words;
    const { surveyId } = survey;
    const known = { surveyId, key: 'words', question: 'What was it like?' };
    expect(await theirs()).toEqual([{ ...known, mayQuote: true }]);
    accepted(await setMayQuote(survey, curator, true));
    expect(await quotes(takeoverId)).toHaveLength(1);
    expect(await setMayQuote(survey, curator, false)).toMatchObject({ value: { mayQuote: false } });
    expect(await quotes(takeoverId)).toEqual([]);
    expect(await theirs()).toEqual([{ ...known, mayQuote: false }]);
    expect(await show(survey)).toMatchObject({ refusal: { code: 'notQuotable' } });
    accepted(await setMayQuote(survey, curator, true));
    expect(await quotes(takeoverId)).toEqual([]);
    accepted(await show(survey));
    expect(await quotes(takeoverId)).toHaveLength(1);
    expect(await setMayQuote(survey, curator, true, 'isolated')).toMatchObject({
      refusal: { code: 'notYourWords' },
    });
    expect(await setMayQuote(survey, charity.aCurator(), false)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });

  it('is quoted with a name only where they chose to be seen by one', async () => {
    for (const identityLevel of ['penName', 'anonymous'] as const) {
      const curator = charity.aCurator();
      const takeoverId = newId<TakeoverId>();
      await charity.books(curator, takeoverId, identityLevel);
      await charity.closes(curator, { takeoverId });
      const survey = (await charity.surveysOf(curator)).find(({ wave }) => wave === 'after') as Survey;
      const quotedByName = identityLevel === 'penName';
      expect(accepted(await charity.view(survey, curator))).toMatchObject({ quotedByName });
      accepted(await charity.save(survey, curator, 'words', 'Quote me.', true));
      accepted(await charity.finish(survey, curator));
      expect(await list(takeoverId)).toMatchObject([{ quotable: true, quotedByName }]);
    }
  });

  it('is listed to the very first, page after page, each once', async () => {
    const written: string[] = [];
    for (let count = 0; count < 53; count += 1)
      written.unshift((await wrote(`Words ${count}`, false)).survey.surveyId);
    const page = async (after?: string) => {
      const input = { charityId: charity.charityId, ...(after && { after }) };
      return accepted(await stage.call('list-survey-answers', input, charity.manager));
    };
    const first = await page();
    const second = await page(first.next ?? 'none');
    expect([...first.answers, ...second.answers].map(({ surveyId }) => surveyId)).toEqual(written);
    expect(second.next).toBeNull();
  }, 60_000);

  it('goes into the charity’s archive, with everything else of surveys', async () => {
    const { survey } = await wrote('Quote me.');
    const records: { file: string }[] = [];
    let cursor: string | null = null;
    do {
      const input: { charityId: CharityId; cursor: string | null } = { charityId: charity.charityId, cursor };
      const page: OutputOf<typeof exportFeedback> = accepted(
        await stage.call('export-records', input, gateway),
      );
      records.push(...page.records.map((record) => ({ file: page.file, ...record })));
      cursor = page.next;
    } while (cursor);
    const { surveyId } = survey;
    expect(records.filter(({ file }) => file.startsWith('survey'))).toMatchObject([
      { file: 'surveys', surveyId, isolated: 'often' },
      { file: 'survey-answers', surveyId, question: 'isolated', answer: 'often', mayQuote: false },
      { file: 'survey-answers', surveyId, question: 'words', answer: 'Quote me.', mayQuote: true },
    ]);
  });

  it('is out of reach of another charity', async () => {
    const { survey, takeoverId } = await wrote('Quote me.');
    accepted(await show(survey));
    const other = await stage.aCharity();
    const which = { charityId: other.charityId, takeoverId };
    expect(accepted(await stage.call('list-quotes', which, gateway)).quotes).toEqual([]);
    expect(await stage.call('list-survey-answers', which, other.manager)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });
});
