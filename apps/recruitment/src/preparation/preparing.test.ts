import { firstPostPrepared, rehearsalDone } from '@baton/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('preparing for a weekend', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let curator: CuratorOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity('Shine MS', 'theUsual');
    curator = await charity.aCurator();
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const asked = () => ({ charityId: charity.charityId });
  const list = async () => accepted(await stage.call('view-my-preparation', asked(), curator.caller));
  const open = async () =>
    (await list()).steps.filter(({ doneAt }) => doneAt === null).map(({ item }) => item);
  const rehearse = () =>
    stage.hears(rehearsalDone, charity.charityId, {
      subject: curator.curatorId,
      revision: 1,
      data: { curatorId: curator.curatorId },
    });
  const readAll = async () => {
    const { pages } = accepted(await stage.call('view-advice', asked(), curator.caller));
    for (const { pageId } of pages)
      accepted(await stage.call('mark-advice-read', { ...asked(), pageId }, curator.caller));
  };
  const agree = async () => accepted(await charity.agree(curator, await charity.agreement()));
  const set = (what: object) => stage.call('set-preparation', { ...asked(), ...what }, charity.manager);
  const readyFacts = async () =>
    (await charity.facts())
      .filter(({ type }) => type === 'baton.curator.ready.v1')
      .map(({ revision }) => revision);

  it('begins with a list of five in plain words, of which three are asked for', async () => {
    const { state, steps, next } = await list();
    expect(state).toBe('accepted');
    expect(steps.map(({ item, requirement }) => `${item} ${requirement}`)).toEqual([
      'advice required',
      'agreement required',
      'rehearsal required',
      'firstPost offered',
      'buddy offered',
    ]);
    expect(next).toMatch(/advice pack/);
  });

  it('is over by itself when the last thing asked for is done, in whatever order', async () => {
    const [read, tryOut, sayYes] = [readAll, rehearse, agree];
    for (const order of [
      [read, tryOut, sayYes],
      [sayYes, tryOut, read],
      [tryOut, sayYes, read],
    ]) {
      curator = await charity.aCurator();
      for (const [index, step] of order.entries()) {
        expect((await list()).state).not.toBe('ready');
        await step();
        if (index < 2) expect((await list()).state).toBe('preparing');
      }
      expect((await list()).state).toBe('ready');
    }
    expect(await readyFacts()).toEqual([1, 1, 1]);
  });

  it('does not wait for what is only offered, and notes it all the same', async () => {
    const { charityId } = charity;
    const { curatorId } = curator;
    await stage.hears(firstPostPrepared, charityId, { subject: curatorId, revision: 1, data: { curatorId } });
    expect(await open()).toEqual(['advice', 'agreement', 'rehearsal', 'buddy']);
  });

  it('mails once that they are ready, and nobody pressed a button for it', async () => {
    await readAll();
    await rehearse();
    await agree();
    await rehearse();
    const subjects = (await charity.mailsTo(curator.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('You are ready'))).toHaveLength(1);
    expect((await charity.applications())[0]).toMatchObject({ state: 'ready', decisions: 1 });
  });

  it('takes an answer of the agreement for what it is: preparing, until the rest is done', async () => {
    expect(await agree()).toMatchObject({ state: 'preparing' });
    await readAll();
    await rehearse();
    expect(await agree()).toMatchObject({ state: 'ready' });
  });

  it('lets a charity ask for less: whoever has done that is ready at once', async () => {
    await agree();
    accepted(await set({ advice: 'off', rehearsal: 'offered' }));
    expect((await list()).state).toBe('ready');
    expect(await charity.audited('preparation.set')).toHaveLength(1);
  });

  it('lets a charity ask for more: whoever is ready stays ready, whoever prepares sees it', async () => {
    await readAll();
    await rehearse();
    await agree();
    const other = await charity.aCurator();
    accepted(await set({ firstPost: 'required' }));
    expect((await list()).state).toBe('ready');
    curator = other;
    expect((await list()).steps.find(({ item }) => item === 'firstPost')).toMatchObject({
      requirement: 'required',
    });
  });

  it('begins anew for who took back their consent, and only with the agreement', async () => {
    await readAll();
    await rehearse();
    await agree();
    const consents = accepted(await stage.call('view-consents', asked(), curator.caller)).consents;
    const posting = consents.find(({ channel }) => channel === 'posting');
    if (!posting) throw new Error('no consent to post');
    const yes = { ...asked(), channel: 'posting', ...posting.wording } as const;
    accepted(
      await stage.call(
        'withdraw-consent',
        { ...asked(), channel: 'posting', pastPosts: 'keep' },
        curator.caller,
      ),
    );
    expect(await open()).toEqual(['agreement', 'firstPost', 'buddy']);
    accepted(
      await stage.call('give-consent', { ...yes, version: yes.version, hash: yes.hash }, curator.caller),
    );
    await agree();
    expect((await list()).state).toBe('ready');
    expect(await readyFacts()).toEqual([1, 2]);
  });

  it('is no dead end for who takes back their consent while they still prepare', async () => {
    await agree();
    const consents = accepted(await stage.call('view-consents', asked(), curator.caller)).consents;
    const wording = consents.find(({ channel }) => channel === 'posting')?.wording;
    if (!wording) throw new Error('no consent to post');
    accepted(
      await stage.call(
        'withdraw-consent',
        { ...asked(), channel: 'posting', pastPosts: 'keep' },
        curator.caller,
      ),
    );
    await readAll();
    await rehearse();
    expect((await list()).state).toBe('preparing');
    const { version, hash } = wording;
    accepted(
      await stage.call('give-consent', { ...asked(), channel: 'posting', version, hash }, curator.caller),
    );
    await agree();
    expect((await list()).state).toBe('ready');
  });

  it('is brought to mind once, a week after the yes, unless they have begun', async () => {
    const slow = curator;
    const quick = await charity.aCurator();
    await charity.signIn(quick.email, await charity.codeFor(quick.email));
    await stage.database.shiftClock(8 * dayMs);
    const reminded = async ({ email }: CuratorOnStage) =>
      (await charity.mailsTo(email)).filter(({ subject }) => subject === 'Whenever you feel up to it').length;
    expect([await reminded(slow), await reminded(quick)]).toEqual([1, 0]);
    await stage.database.shiftClock(30 * dayMs);
    expect(await reminded(slow)).toBe(1);
  });

  it('names what is open after two weeks, as it is then', async () => {
    await charity.signIn(curator.email, await charity.codeFor(curator.email));
    await readAll();
    await stage.database.shiftClock(15 * dayMs);
    const mails = await charity.mailsTo(curator.email);
    const { text } = mails.find(({ subject }) => subject === 'What is still on your list') ?? { text: '' };
    expect(text).toContain('agree to the curating agreement');
    expect(text).not.toContain('read the advice pack');
  });
});
