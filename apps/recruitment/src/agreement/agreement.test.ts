import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the curating agreement', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity('Shine MS');
  });
  afterAll(() => stage.close());

  const publish = (text: string) =>
    stage.call('publish-agreement', { charityId: charity.charityId, text }, charity.manager);
  const readyFacts = async ({ curatorId }: { readonly curatorId: string }) =>
    (await charity.facts()).filter(
      ({ type, subject }) => type === 'baton.curator.ready.v1' && subject === curatorId,
    );
  const text = (number: number) => `Agreement number ${number}: be kind to each other.`;

  it('is there from the day a charity is aboard, in its name', async () => {
    const agreement = await charity.agreement();
    expect(agreement).toMatchObject({ version: 1, hash: sha256(agreement.text) });
    expect(agreement.text).toContain('Shine MS');
  });

  it('has a new version for a new text, and the same for the same', async () => {
    expect(accepted(await publish(text(2)))).toEqual({ version: 2, text: text(2), hash: sha256(text(2)) });
    expect(accepted(await publish(text(2))).version).toBe(2);
    expect(accepted(await publish(text(3))).version).toBe(3);
    expect((await charity.agreement()).version).toBe(3);
  });

  it('has one line of versions, also when many publish at once', async () => {
    const published = await Promise.all([2, 3, 4, 5, 6].map((number) => publish(text(number))));
    expect(published.map((result) => accepted(result).version).sort()).toEqual([2, 3, 4, 5, 6]);
  });

  it('is agreed to as it was read: another version or another text is refused', async () => {
    const curator = await charity.aCurator();
    const { version, hash } = await charity.agreement();
    const changed = { refusal: { code: 'agreementChanged' } };
    expect(await charity.agree(curator, { version, hash: sha256('something else') })).toMatchObject(changed);
    expect(await charity.agree(curator, { version: 2, hash })).toMatchObject(changed);
    await publish(text(2));
    expect(await charity.agree(curator, { version, hash })).toMatchObject(changed);
    expect(await readyFacts(curator)).toEqual([]);
  });

  it('is agreed to once, however often the button is pressed', async () => {
    const curator = await charity.aCurator();
    const agreement = await charity.agreement();
    const answers = await Promise.all([1, 2, 3, 4].map(() => charity.agree(curator, agreement)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await readyFacts(curator)).toHaveLength(1);
  });

  it('leaves whoever is ready ready when there is a new version, until they say yes to that', async () => {
    const curator = await charity.aCurator();
    const me = async () =>
      accepted(await stage.call('view-me', { charityId: charity.charityId }, curator.caller));
    await charity.agree(curator, await charity.agreement());
    const second = accepted(await publish(text(2)));
    expect(await me()).toMatchObject({ state: 'ready', agreementVersion: 1 });
    accepted(await charity.agree(curator, second));
    expect(await me()).toMatchObject({ state: 'ready', agreementVersion: 2 });
  });

  it('P4: is kept in every version somebody agreed to, and a new yes is a new fact', async () => {
    const curator = await charity.aCurator();
    const first = await charity.agreement();
    await charity.agree(curator, first);
    await publish(text(2));
    const third = accepted(await publish(text(3)));
    expect(await charity.agree(curator, first)).toMatchObject({ value: { version: 1 } });
    await charity.agree(curator, third);
    const facts = await readyFacts(curator);
    expect(facts.map(({ revision, data }) => [revision, data['agreementVersion']])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    const kept = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT version, hash FROM agreement_acceptance ORDER BY version'),
    );
    expect(kept).toEqual([
      { version: 1, hash: first.hash },
      { version: 3, hash: third.hash },
    ]);
    const forget = stage.inCharity(charity.charityId, (tx) => tx.query('DELETE FROM agreement_acceptance'));
    await expect(forget).rejects.toThrow('42501');
  });
});
