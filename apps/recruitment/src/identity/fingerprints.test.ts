import { ownIdentity, printKeyOf, tellsWho } from '@baton/checks';
import { curatorFingerprinted, type Envelope } from '@baton/contracts';
import { testFingerprintKey as fingerprintKey } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accepted,
  anybody,
  type CharityOnStage,
  type CuratorOnStage,
} from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

const type = 'baton.curator.fingerprinted.v1';
const named = (name: string) => ({ person: { ...anybody(), name, phone: '07700 900473' } });

describe('fingerprints of who somebody is', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const aReadyCurator = async (as: Parameters<CharityOnStage['aCurator']>[0]) => {
    const curator = await charity.aCurator(as);
    accepted(await charity.agree(curator, await charity.agreement()));
    return curator;
  };
  const told = async ({ curatorId }: CuratorOnStage): Promise<Envelope[]> =>
    (await charity.facts()).filter((fact) => fact.type === type && fact.subject === curatorId);
  /** As the posting gateway compares. */
  const notices = async (curator: CuratorOnStage, words: string): Promise<boolean> => {
    const { salt, prints, identityLevel } = curatorFingerprinted.data.parse(
      (await told(curator)).at(-1)?.data,
    );
    const key = printKeyOf(fingerprintKey, [charity.charityId, curator.curatorId, salt]);
    return tellsWho(words, ownIdentity(prints, identityLevel, key));
  };

  it('are told once somebody may post, and not before', async () => {
    const preparing = await charity.aCurator(named('Adelheid Zwetschgenbaum'));
    expect(await told(preparing)).toEqual([]);
    const ready = await aReadyCurator(named('Bartholomew Quillfeather'));
    expect(await told(ready)).toHaveLength(1);
    expect(await notices(ready, 'It is Bartholomew Quilfeather')).toBe(true);
    expect(await notices(ready, 'It is Adelheid')).toBe(false);
  });

  it('hold no word of it, and nothing in common with those of the same person elsewhere', async () => {
    const prints = async (curator: CuratorOnStage) =>
      Object.values(curatorFingerprinted.data.parse((await told(curator))[0]?.data).prints).flat();
    const one = await aReadyCurator(named('Cassiopeia Underhill'));
    const other = await aReadyCurator(named('Cassiopeia Underhill'));
    expect(JSON.stringify(await told(one))).not.toMatch(/cassiopeia|underhill|900473/i);
    const ofOther = new Set(await prints(other));
    expect((await prints(one)).filter((print) => ofOther.has(print)).length).toBeLessThan(2);
  });

  it('leave out what somebody chose to be known by', async () => {
    const curator = await aReadyCurator({ ...named('Dorothea Featherstone'), identityLevel: 'firstName' });
    expect(await notices(curator, 'I am Dorothea')).toBe(false);
    expect(await notices(curator, 'I am Dorothea Featherstone')).toBe(true);
  });

  it('are made anew when somebody puts their name right, and the person sees that their identity was opened', async () => {
    const curator = await aReadyCurator(named('Evangeline Postlethwaite'));
    const right = { charityId: charity.charityId, name: 'Evangeline Ramsbottom' };
    accepted(await stage.call('correct-my-data', right, curator.caller));
    expect((await told(curator)).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(await notices(curator, 'Postlethwaite')).toBe(false);
    expect(await notices(curator, 'Ramsbottom')).toBe(true);
    const page = { charityId: charity.charityId };
    const { openings } = accepted(await stage.call('list-vault-openings', page, curator.caller));
    const why = 'so that no post tells by accident who you are';
    expect(openings.filter(({ purpose }) => purpose === why)).toHaveLength(2);
  });

  it('hold what else somebody asks to be warned about, which only they can read', async () => {
    const curator = await aReadyCurator(named('Gwendolyn Hathersage'));
    const { charityId } = charity;
    const alsoTells = ['Wendybear', '12 Acacia Avenue'];
    accepted(await stage.call('correct-my-data', { charityId, alsoTells }, curator.caller));
    expect(await notices(curator, 'yours, wendybaer')).toBe(true);
    expect(await notices(curator, 'I live at 12, Acacia avenue')).toBe(true);
    expect(await notices(curator, 'an avenue with 12 trees')).toBe(false);
    expect(accepted(await stage.call('view-my-data', { charityId }, curator.caller))).toMatchObject({
      alsoTells,
    });
    expect(JSON.stringify(await told(curator))).not.toMatch(/wendy|acacia/i);
    accepted(await stage.call('correct-my-data', { charityId, alsoTells: [] }, curator.caller));
    expect(await notices(curator, 'yours, Wendybear')).toBe(false);
  });

  it('are made anew at the next start for whoever has none of today’s', async () => {
    const curator = await aReadyCurator(named('Fitzgerald Oglethorpe'));
    await stage.inCharity(charity.charityId, (tx) => tx.query('UPDATE person SET print_recipe = 0'));
    await stage.renewFingerprints();
    expect((await told(curator)).map(({ revision }) => revision)).toEqual([1, 2]);
    await stage.renewFingerprints();
    expect(await told(curator)).toHaveLength(2);
  });

  it('are made anew for everybody else where one charity’s cannot be', async () => {
    const curator = await aReadyCurator(named('Hyacinth Wotherspoon'));
    const broken = await stage.aCharity();
    const theirs = await broken.aCurator(named('Isadora Throckmorton'));
    accepted(await broken.agree(theirs, await broken.agreement()));
    await stage.inCharity(broken.charityId, (tx) =>
      tx.query(`UPDATE person SET print_recipe = 0, name_sealed = '\\x00'`),
    );
    await stage.inCharity(charity.charityId, (tx) => tx.query('UPDATE person SET print_recipe = 0'));
    await stage.renewFingerprints();
    expect(await told(curator)).toHaveLength(2);
  });
});
