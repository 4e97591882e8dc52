import type { ConsentChannel, PastPosts } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('consent', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const view = async ({ caller }: CuratorOnStage) =>
    accepted(await stage.call('view-consents', { charityId: charity.charityId }, caller));
  const on = async (curator: CuratorOnStage, channel: ConsentChannel) => {
    const found = (await view(curator)).consents.find((consent) => consent.channel === channel);
    if (!found) throw new Error('a channel is missing');
    return found;
  };
  const give = async (curator: CuratorOnStage, channel: ConsentChannel, months?: number) => {
    const { version, hash } = (await on(curator, channel)).wording;
    const input = { charityId: charity.charityId, channel, version, hash, ...(months && { months }) };
    return stage.call('give-consent', input, curator.caller);
  };
  const withdraw = ({ caller }: CuratorOnStage, channel: ConsentChannel, pastPosts: PastPosts = 'keep') =>
    stage.call('withdraw-consent', { charityId: charity.charityId, channel, pastPosts }, caller);
  const withdrawals = async ({ curatorId }: CuratorOnStage) =>
    (await charity.facts())
      .filter(({ type, subject }) => type === 'baton.consent.withdrawn.v1' && subject === curatorId)
      .map(({ revision, data }) => [revision, data['channel'], data['pastPosts']]);

  it('P4: to post is given by applying, by version, hash, identity level and channel; nothing else is', async () => {
    const curator = await charity.aCurator({ identityLevel: 'firstName' });
    const { consents, history } = await view(curator);
    expect(consents.map(({ channel, state }) => [channel, state])).toEqual([
      ['posting', 'given'],
      ['archive', 'notAsked'],
      ['quoting', 'notAsked'],
      ['contact', 'notAsked'],
    ]);
    const { version, hash } = (await on(curator, 'posting')).wording;
    expect(history).toEqual([
      expect.objectContaining({ channel: 'posting', said: 'yes', version, hash, identityLevel: 'firstName' }),
    ]);
  });

  it('P4: is to the words as they were read: others are refused and change nothing', async () => {
    const curator = await charity.aCurator();
    const { version, hash } = (await on(curator, 'archive')).wording;
    const input = { charityId: charity.charityId, channel: 'archive' } as const;
    for (const read of [
      { version: version + 1, hash },
      { version, hash: 'f'.repeat(64) },
    ])
      expect(await stage.call('give-consent', { ...input, ...read }, curator.caller)).toMatchObject({
        refusal: { code: 'consentChanged' },
      });
    expect(await on(curator, 'archive')).toMatchObject({ state: 'notAsked' });
  });

  it('P4: lasts as long as its person chose, and not a moment longer', async () => {
    const curator = await charity.aCurator();
    expect(await give(curator, 'quoting', 1)).toMatchObject({ value: { state: 'given' } });
    await stage.database.shiftClock(27 * dayMs);
    expect(await on(curator, 'quoting')).toMatchObject({ state: 'given' });
    await stage.database.shiftClock(32 * dayMs);
    expect(await on(curator, 'quoting')).toMatchObject({ state: 'lapsed' });
    await stage.database.shiftClock(0);
  });

  it('P4: is told to whoever acts on it, with its days and with how often something was taken back before', async () => {
    const curator = await charity.aCurator({ identityLevel: 'penName' });
    accepted(await give(curator, 'archive', 1));
    accepted(await withdraw(curator, 'archive'));
    accepted(await give(curator, 'archive'));
    const given = (await charity.facts()).filter(
      ({ type, subject }) => type === 'baton.consent.given.v1' && subject === curator.curatorId,
    );
    const data = { curatorId: curator.curatorId, channel: 'archive', identityLevel: 'penName' };
    expect(given).toMatchObject([
      { revision: 2, data: { ...data, until: expect.any(String), withdrawalsBefore: 0 } },
      { revision: 3, data: { ...data, until: null, withdrawalsBefore: 1 } },
    ]);
  });

  it('P4: is taken back at once, with a wish for past posts, and told to whoever acts on it', async () => {
    const curator = await charity.aCurator();
    await charity.agree(curator, await charity.agreement());
    expect(await withdraw(curator, 'posting', 'delete')).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await withdrawals(curator)).toEqual([[1, 'posting', 'delete']]);
    expect(await charity.audited('consent.withdrawn')).toContainEqual(
      expect.objectContaining({
        actor: `curator ${curator.curatorId}`,
        details: expect.objectContaining({ channel: 'posting', pastPosts: 'delete' }),
      }),
    );
  });

  it('taken back twice is taken back once; another wish for past posts is heard', async () => {
    const curator = await charity.aCurator();
    await Promise.all([1, 2, 3].map(() => withdraw(curator, 'posting')));
    await withdraw(curator, 'posting', 'delete');
    expect(await withdrawals(curator)).toEqual([
      [1, 'posting', 'keep'],
      [2, 'posting', 'delete'],
    ]);
    await withdraw(curator, 'contact');
    expect(await withdrawals(curator)).toHaveLength(2);
  });

  it('P4: to be quoted is taken back each time anew, also where a yes was said in a survey alone', async () => {
    const curator = await charity.aCurator();
    expect(await withdraw(curator, 'quoting')).toMatchObject({ value: { state: 'withdrawn' } });
    await withdraw(curator, 'quoting');
    expect(await withdrawals(curator)).toEqual([
      [1, 'quoting', 'keep'],
      [2, 'quoting', 'keep'],
    ]);
  });

  it('P4: to post, once taken back, needs a new yes and the agreement anew before anybody is ready', async () => {
    const curator = await charity.aCurator();
    const agreement = await charity.agreement();
    await charity.agree(curator, agreement);
    await withdraw(curator, 'posting');
    const me = () => stage.call('view-me', { charityId: charity.charityId }, curator.caller);
    expect(await me()).toMatchObject({ value: { state: 'preparing', agreementVersion: null } });
    expect(await charity.agree(curator, agreement)).toMatchObject({ refusal: { code: 'consentMissing' } });
    accepted(await give(curator, 'posting'));
    expect(await me()).toMatchObject({ value: { state: 'preparing' } });
    accepted(await charity.agree(curator, agreement));
    expect(await me()).toMatchObject({ value: { state: 'ready' } });
    const ready = (await charity.facts()).filter(
      ({ type, subject }) => type === 'baton.curator.ready.v1' && subject === curator.curatorId,
    );
    expect(ready.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('is evidence: the service itself can change and delete none of it', async () => {
    for (const attempt of [
      "UPDATE consent SET said = 'yes'",
      'DELETE FROM consent',
      'DELETE FROM consent_wording',
    ])
      await expect(stage.inCharity(charity.charityId, (tx) => tx.query(attempt))).rejects.toThrow('42501');
  });
});
