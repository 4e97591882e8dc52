import type { ApplicationId, MessageId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, anybody, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { dayMs } from '../rehearsal/own-page-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('the board', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const applying = async (penNames: readonly string[]) => {
    const forms = penNames.map((penName) => charity.form({ penName }));
    for (const form of forms) accepted(await charity.apply(form));
    return forms.map(({ applicationId }) => applicationId);
  };
  const board = async (perColumn = 20) => {
    const input = { charityId: charity.charityId, perColumn };
    return accepted(await stage.call('view-board', input, charity.manager));
  };
  const ask = async (applicationId: ApplicationId) => {
    const question = { applicationId, messageId: newId<MessageId>(), text: 'When?' };
    accepted(
      await stage.call('ask-applicant', { charityId: charity.charityId, ...question }, charity.manager),
    );
  };
  const list = async (wish = {}) =>
    accepted(
      await stage.call('list-applications', { charityId: charity.charityId, ...wish }, charity.manager),
    );

  it('has a column for each state in the order of the way, with who is in it and whose turn it is', async () => {
    charity = await stage.aCharity();
    const [, asked, , no, later] = await applying(['Ash', 'Bo', 'Cleo', 'Dee', 'Eli']);
    if (!asked || !no || !later) throw new Error('not everybody has applied');
    await ask(asked);
    accepted(await charity.decline(no));
    accepted(await charity.putOff(later));
    const curator = await charity.aCurator({ penName: 'Fay' });
    const { columns, targetDays } = await board();
    expect(columns.map(({ state, cards }) => [state, ...cards.map(({ penName }) => penName)])).toEqual([
      ['applied', 'Ash', 'Cleo'],
      ['screening', 'Bo'],
      ['accepted', 'Fay'],
      ['preparing'],
      ['ready'],
      ['live'],
      ['alumni'],
      ['declined', 'Dee'],
      ['later', 'Eli'],
    ]);
    expect(columns.map(({ count, waitForTeam }) => `${count} ${waitForTeam}`)).toEqual([
      ...['2 2', '1 0', '1 0', '0 0', '0 0', '0 0', '0 0', '1 0', '1 0'],
    ]);
    expect(columns.find(({ state }) => state === 'declined')?.reasons).toEqual({ other: 1 });
    expect(targetDays).toBe(3);
    expect((await list({ turn: 'person' })).applications.map(({ penName }) => penName).sort()).toEqual([
      ...['Bo', 'Fay'],
    ]);
    expect(curator.curatorId).toBeDefined();
  });

  it('shows the first of a column and how many there are, and how many days they have waited', async () => {
    charity = await stage.aCharity();
    await applying(['Ash', 'Bo', 'Cleo']);
    await stage.database.shiftClock(2 * dayMs + 60_000);
    const [applied] = (await board(2)).columns;
    expect(applied).toMatchObject({ count: 3, waitForTeam: 3 });
    expect(applied?.cards.map(({ penName, daysWaiting }) => `${penName} ${daysWaiting}`)).toEqual([
      ...['Ash 2', 'Bo 2'],
    ]);
  });

  it('is listed page by page, each application once, newest first or longest waiting first', async () => {
    charity = await stage.aCharity();
    const names = ['A', 'B', 'C', 'D', 'E'];
    await applying(names);
    for (const { sort, order } of [
      { sort: 'newest', order: names.toReversed() },
      { sort: 'longestWaiting', order: names },
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { applications, next } = await list({ sort, limit: 2, ...(cursor ? { cursor } : {}) });
        seen.push(...applications.map(({ penName }) => penName));
        cursor = next ?? undefined;
      } while (cursor);
      expect(seen).toEqual(order);
    }
  });

  it('is listed in pages that the bus carries, however much people told of themselves', async () => {
    charity = await stage.aCharity();
    const people = 30;
    for (let at = 0; at < people; at += 1)
      accepted(await charity.apply(charity.form({ about: `${at} `.padEnd(4000, '\u4f60') })));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await list({ limit: 200, ...(cursor ? { cursor } : {}) });
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(256_000);
      seen.push(...answer.applications.map(({ about }) => about.split(' ')[0] ?? ''));
      cursor = answer.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: people }, (_, at) => String(people - 1 - at)));
  });

  it('is narrowed down to several states, as an array or as an address writes it', async () => {
    charity = await stage.aCharity();
    const [, no, later] = await applying(['A', 'B', 'C']);
    if (!no || !later) throw new Error('not everybody has applied');
    accepted(await charity.decline(no));
    accepted(await charity.putOff(later));
    for (const states of [['declined', 'later'], 'declined,later'])
      expect((await list({ states })).applications.map(({ penName }) => penName).sort()).toEqual(['B', 'C']);
    const nonsense = { charityId: charity.charityId, states: 'declined,nowhere' };
    expect(await stage.call('list-applications', nonsense, charity.manager)).toMatchObject({
      refusal: { code: 'badInput' },
    });
  });

  it('tells that somebody applied before from the same address, and opens no vault for it', async () => {
    charity = await stage.aCharity();
    const person = anybody();
    const first = charity.form({ person });
    accepted(await charity.apply(first));
    accepted(await charity.decline(first.applicationId));
    const second = charity.form({ person, penName: 'Again' });
    accepted(await charity.apply(second));
    const opened = await stage.inCharity(charity.charityId, (tx) => tx.query('SELECT FROM vault_opening'));
    const { applications } = await list();
    expect(applications.map(({ penName, appliedBefore }) => `${penName} ${appliedBefore}`)).toEqual([
      ...['Again 1', 'Robin 0'],
    ]);
    const after = await stage.inCharity(charity.charityId, (tx) => tx.query('SELECT FROM vault_opening'));
    expect(after).toHaveLength(opened.length);
  });
});
