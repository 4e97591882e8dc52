import type { openCall, RequestOf } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const region = (options: readonly string[]): NonNullable<RequestOf<typeof openCall>['questions']> => [
  {
    questionId: 'home',
    kind: 'choice',
    label: 'Where do you live?',
    facet: 'region',
    options: options.map((value) => ({ value, label: `In the ${value}` })),
  },
];

describe('how varied people are', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const view = async () =>
    accepted(await stage.call('view-variety', { charityId: charity.charityId }, charity.manager)).facets;

  it('is told in groups of ten and more, in the newest words, and never so that a small one can be told', async () => {
    expect(await view()).toEqual([]);
    const { callId } = await charity.anotherCall({ questions: region(['north', 'south', 'islands']) });
    const apply = async (times: number, answers: Record<string, string>) => {
      for (let at = 0; at < times; at += 1) accepted(await charity.apply(charity.form({ callId, answers })));
    };
    await apply(17, { home: 'north' });
    await apply(12, { home: 'south' });
    await apply(2, { home: 'islands' });
    await apply(11, {});
    await charity.changeCall(callId, { questions: region(['north', 'south', 'hills']) });
    const [facet] = await view();
    expect(facet?.facet).toBe('region');
    expect(facet?.applicants).toEqual([
      { option: 'north', label: 'In the north', people: 15 },
      { option: 'south', label: 'In the south', people: 10 },
      { option: 'islands', label: 'In the islands', people: null },
      { option: 'hills', label: 'In the hills', people: null },
      { option: null, label: null, people: null },
    ]);
    expect(facet?.curators.every(({ people }) => people === null)).toBe(true);
  });

  it('lies nowhere but in what people answered, sealed', async () => {
    const { callId } = await charity.anotherCall({ questions: region(['zwetschgenland', 'south']) });
    accepted(await charity.apply(charity.form({ callId, answers: { home: 'zwetschgenland' } })));
    const { foundIn } = await searchEverywhere(stage, ['zwetschgenland']);
    expect(foundIn).toEqual(['table recruitment.call_version']);
  });
});
