import { randomUUID } from 'node:crypto';
import type { CuratorId, Policy, PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { SetRest } from './set-rest.js';
import { ViewRest } from './view-rest.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const rest = (charity: CharityOnStage, resting: boolean, caller = charity.asCurator()) =>
  stage.app
    .get(SetRest)
    .handle({ charityId: charity.charityId, takeoverId: charity.takeoverId, resting }, caller);
const has = (charity: CharityOnStage, policy: Partial<Policy>) => charity.setPolicy(policy);
const cover = 'We are giving our curator a rest. The team is back on {back}.';

describe('rest mode', () => {
  it('R6 lets nothing of the curator’s go, whatever is due, and takes in what they write meanwhile', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Before');
    expect(await rest(charity, true)).toMatchObject({ value: { resting: true, waiting: 1 } });
    const [during] = await charity.submit('During');
    await stage.publish();
    await stage.pass(600_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
      { state: 'queued', waitingFor: 'rest' },
      { state: 'queued', waitingFor: 'rest' },
    ]);
    expect((await charity.story(during as PostId)).at(-1)).toContain('until you have rested');
    expect(await rest(charity, false)).toMatchObject({ value: { resting: false, waiting: 0 } });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Before', 'During']);
  });

  it('R6 stops what was about to be sent', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Nearly');
    charity.account.onPrepare = async () => {
      await rest(charity, true);
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
  });

  it('gives the time to take back anew to what became due meanwhile', async () => {
    const charity = await stage.aCharity();
    await has(charity, { undoSeconds: 30 });
    await charity.submit('Due while resting');
    await rest(charity, true);
    await stage.pass(600_000);
    await rest(charity, false);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await stage.pass(30_001);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Due while resting']);
  });

  it('is the curator’s own, and only while the takeover is open; the team sees it', async () => {
    const charity = await stage.aCharity();
    const { charityId, takeoverId } = charity;
    const stranger = charity.asCurator(randomUUID() as string as CuratorId);
    expect(await rest(charity, true, stranger)).toMatchObject({ refusal: { code: 'notYours' } });
    await Promise.all([rest(charity, true), rest(charity, true), rest(charity, true)]);
    expect(
      await stage.app.get(ViewRest).handle({ charityId, takeoverId }, charity.asManager()),
    ).toMatchObject({
      value: { resting: true },
    });
    await stage.pass(windowMs);
    expect(await rest(charity, false)).toMatchObject({ refusal: { code: 'notOpen' } });
  });

  it('ends with the takeover: what waited keeps its words and does not go', async () => {
    const charity = await stage.aCharity();
    await charity.open();
    await stage.publish();
    await charity.submit('Never');
    await rest(charity, true);
    await stage.pass(windowMs);
    await charity.close();
    await stage.publish();
    expect(await charity.states()).toEqual(['published', 'missedWindow', 'published']);
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Goodbye']);
  });
});

describe('the charity’s cover', () => {
  it('is said once when its curator rests, if the charity wants it, with when the team is back', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover, coverOn: 'restAndEnding' });
    for (const resting of [true, false, true]) await rest(charity, resting);
    await stage.publish();
    for (const resting of [false, true]) await rest(charity, resting);
    await stage.publish();
    expect(charity.account.texts()).toEqual([
      expect.stringMatching(/^We are giving our curator a rest\. The team is back on \w+day at \d\d:\d\d\.$/),
    ]);
  });

  it.each(['ending', 'restAndEnding'] as const)(
    'is said instead of the sign-off when a takeover ends early (%s)',
    async (coverOn) => {
      const charity = await stage.aCharity();
      await has(charity, { cover: 'Back on {back}.', coverOn });
      await charity.open();
      await stage.publish();
      await stage.pass(600_000);
      await charity.close();
      await stage.publish();
      expect(charity.account.texts()).toEqual(['Meet Robin', expect.stringMatching(/^Back on /)]);
    },
  );

  it('is not said twice: after a rest that was covered, an early ending is signed off', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover: 'Back on {back}.', coverOn: 'restAndEnding' });
    await charity.open();
    await rest(charity, true);
    await stage.publish();
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', expect.stringMatching(/^Back/), 'Goodbye']);
  });

  it('is not said any more once the curator is back, and is when they rest again', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover: 'Back on {back}.', coverOn: 'restAndEnding' });
    charity.account.turns.push('asksToWait');
    await rest(charity, true);
    await stage.publish();
    await rest(charity, false);
    await stage.pass(600_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['withdrawn']);
    const [said] = await charity.posts();
    expect((await charity.story(said?.postId as PostId)).at(-1)).toBe('Not said: the curator is back.');
    await rest(charity, true);
    await stage.publish();
    expect(charity.account.texts()).toEqual([expect.stringMatching(/^Back on /)]);
    expect(await charity.states()).toEqual(['published']);
  });

  it('is not said when the curator comes back while it is made ready', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover, coverOn: 'restAndEnding' });
    await rest(charity, true);
    charity.account.onPrepare = async () => {
      await rest(charity, false);
    };
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['withdrawn']);
  });

  it('leaves the curator the seconds to take a rest back in, and says nothing of one that was', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover, coverOn: 'restAndEnding', undoSeconds: 30 });
    await rest(charity, true);
    await stage.publish();
    await stage.pass(20_000);
    await rest(charity, false);
    await stage.pass(20_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    await rest(charity, true);
    await stage.pass(30_001);
    await stage.publish();
    expect(charity.account.texts()).toHaveLength(1);
  });

  it('that may be out already is left to a person when the curator is back', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover, coverOn: 'restAndEnding' });
    charity.account.turns.push('appliesAndShowsLate');
    await rest(charity, true);
    await stage.publish();
    await stage.letEverythingSettle();
    const [said] = await charity.posts();
    await charity.resolve(said?.postId as PostId, 'sendAgain');
    await rest(charity, false);
    await stage.publish();
    expect(await charity.states()).toEqual(['unknown']);
    expect((await charity.story(said?.postId as PostId)).at(-1)).toContain('may be out');
  });

  it('covers for the ending too while it still waits, and nobody signs off as well', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover: 'Back on {back}.', coverOn: 'restAndEnding', undoSeconds: 30 });
    await charity.open();
    await stage.publish();
    await rest(charity, true);
    await charity.close();
    await stage.pass(30_001);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', expect.stringMatching(/^Back on /)]);
  });

  it('is not said where the charity does not want it, nor at the planned end', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover, coverOn: 'ending' });
    await charity.open();
    await rest(charity, true);
    await stage.publish();
    await stage.pass(windowMs);
    await charity.close();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin', 'Goodbye']);
  });

  it('R6 is not said any more after the planned end', async () => {
    const charity = await stage.aCharity();
    await has(charity, { cover, coverOn: 'ending' });
    await charity.open();
    await stage.publish();
    await charity.setSwitch('pause');
    await charity.close();
    await stage.pass(windowMs);
    await charity.release();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin']);
  });
});

describe('the charity’s own texts', () => {
  it.each([
    ['a place nobody knows', { signOff: 'Bye {curator}' }],
    ['the time of a cover elsewhere', { introduction: 'Until {back}' }],
    ['the question to followers elsewhere', { introduction: 'Hello {pulse}' }],
    ['a cover that would be too long when it is filled in', { cover: `{back}${'a'.repeat(270)}` }],
    ['a cover that is wanted and not there', { cover: '', coverOn: 'ending' as const }],
  ])('are refused in words with %s', async (_, policy) => {
    const charity = await stage.aCharity();
    expect(await has(charity, policy)).toMatchObject({
      refusal: { code: 'badWords', details: { problems: [{ problem: expect.any(String) }] } },
    });
  });
});
