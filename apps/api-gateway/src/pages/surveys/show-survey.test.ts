import { accept, type SurveyId, type SurveyQuestion } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../../rehearsal/gateway-on-stage.js';

const token = 'A'.repeat(43);
const mine = 'My own words & they <matter>.';
const asTyped = 'My own words &amp; they &lt;matter&gt;.';
const question = (key: string): SurveyQuestion => ({
  ...{ key, kind: 'text', words: `What about ${key}?`, language: 'en', source: null, answers: [] },
  mayBeQuoted: true,
});
const survey = (state: 'open' | 'answered' | 'over') => ({
  ...{ surveyId: newId<SurveyId>(), takeoverId: null, wave: 'before' as const, state },
  ...{ openedAt: '2026-11-27T17:30:00.000Z', closesAt: null },
  answeredAt: state === 'answered' ? '2026-11-27T18:30:00.000Z' : null,
});

describe('what somebody typed in a survey', () => {
  let gateway: GatewayOnStage;
  let dangerIn: string;
  beforeAll(async () => {
    gateway = await GatewayOnStage.open();
    await gateway.aCharity('typed');
  });
  beforeEach(() => {
    gateway.answering.clear();
    dangerIn = 'in danger';
  });
  afterAll(() => gateway.close());

  const opens = (state: Parameters<typeof survey>[0] = 'open') =>
    gateway.answering.set('view-survey-by-link', () =>
      accept({ survey: survey(state), questions: [question('words'), question('own-more')], given: [] }),
    );
  const saves = () =>
    gateway.answering.set('save-survey-answer-by-link', ({ key, answer }) =>
      accept({ given: { key, answer, mayQuote: false }, needsHelp: String(answer).includes(dangerIn) }),
    );
  const send = (more: Record<string, string> = {}) =>
    gateway.ask('/c/typed/survey', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({
        ...{ token, at: 'all', keys: 'words own-more', go: 'send', 'answer-words': mine },
        ...more,
      }),
    });

  it('is ready to be sent again where nobody answers', async () => {
    const { text } = await send({ 'answer-own-more': 'blue' });
    expect(text).not.toContain('does not open anything');
    expect(text).toContain('is not answering just now');
    expect(text).toContain(`${asTyped}</textarea>`);
    expect(text).toContain('name="answer-own-more" value="blue"');
    expect(text).toContain('name="go" value="send"');
    expect(text).toContain(`value="${token}"`);
  });

  it('stays in its box where nobody answers any more, and is asked for once', async () => {
    opens();
    gateway.asked.length = 0;
    const { text } = await send({ 'answer-own-more': 'And more.' });
    expect(text).toContain('is not answering just now');
    expect(text).toContain(`${asTyped}</textarea>`);
    expect(gateway.asked.filter((input) => Object.hasOwn(input as object, 'answer'))).toHaveLength(1);
  });

  it.each(['answered', 'over'] as const)(
    'is there to be copied where the survey is %s by now',
    async (state) => {
      opens(state);
      const { text } = await send();
      expect(text).toContain('nothing more was taken');
      expect(text).toContain(asTyped);
      expect(text).not.toContain('<textarea');
    },
  );

  it('is there to be copied where the link opens nothing', async () => {
    const { text } = await send({ token: 'half' });
    expect(text).toContain('was not taken');
    expect(text).toContain(asTyped);
  });

  it('S1: shows somebody to talk to although nobody has the charity’s list', async () => {
    opens();
    const { text } = await gateway.ask(`/c/typed/survey?token=${token}&help=now`);
    expect(text).toContain('You are not alone with this');
    expect(text).toContain('116 123');
    expect(text).toContain('999');
  });

  it('S1: shows somebody to talk to although another answer, or the sending, does not go', async () => {
    opens();
    saves();
    const another = await send({ 'answer-words': 'I am in danger.', 'answer-own-more': 'x'.repeat(4_001) });
    expect(another.text).toContain('4000 fit');
    expect(another.text).toContain('You are not alone with this');
    const sending = await send({ 'answer-words': 'I am in danger.' });
    expect(sending.text).toContain('is not answering just now');
    expect(sending.text).toContain('You are not alone with this');
  });

  it.each([
    ['at its beginning', (danger: string) => danger + 'x'.repeat(9_000)],
    ['across 4,000 letters', (danger: string) => 'x'.repeat(3_995) + danger + 'x'.repeat(5_000)],
    ['at its end', (danger: string) => 'x'.repeat(9_000) + danger],
  ])('S1: is looked at although it is too long, with danger %s', async (_, around) => {
    opens();
    saves();
    expect((await send({ 'answer-words': around(' in danger ') })).text).toContain('You are not alone');
    expect((await send({ 'answer-words': around(' in Paris ') })).text).not.toContain('You are not alone');
  });
});
