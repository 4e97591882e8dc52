import type { NominationId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, anybody, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Nominee, nominationStates } from '../rehearsal/nominee.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;

describe('what is left of somebody who was suggested', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let nominee: Nominee;
  const nominationId = newId<NominationId>();
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
    nominee = new Nominee(stage, charity);
    await nominee.isNominated(nominationId);
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  /** What is sealed, what opens it, and what remembers a mail. */
  const left = () =>
    stage.inCharity(charity.charityId, async (tx) => ({
      sealed: await tx.query('SELECT 1 FROM nomination WHERE email_sealed IS NOT NULL'),
      keys: await tx.query(`SELECT owner FROM data_key WHERE owner LIKE 'nomination:%'`),
      mails: await tx.query(`SELECT letter FROM mail WHERE addressee_kind = 'nomination'`),
    }));
  const nothing = { sealed: [], keys: [], mails: [] };
  const states = () => nominationStates(stage, charity);

  it('P3: is an address and a name, sealed, and never in a table or a fact in words', async () => {
    await nominee.mails();
    const { foundIn, searched } = await searchEverywhere(stage, [nominee.email, 'Quittenbaum']);
    expect(foundIn).toEqual([]);
    expect(searched.messages).toBeGreaterThan(0);
  });

  it('P5: is nothing fourteen days after they said nothing, neither sealed nor a key to it', async () => {
    const token = await nominee.token();
    await stage.database.shiftClock(14 * dayMs - 60_000);
    await stage.carryOutRetention();
    expect(await nominee.looks(token)).toMatchObject({ ok: true });
    await stage.database.shiftClock(14 * dayMs + 3_600_000);
    expect(await nominee.looks(token)).toMatchObject({ refusal: { code: 'linkOver' } });
    await stage.carryOutRetention();
    expect(await left()).toEqual(nothing);
    expect(await states()).toEqual({ lapsed: 1 });
    const inWords = await searchEverywhere(stage, [nominee.email, 'Quittenbaum', token]);
    expect(inWords.foundIn).toEqual([]);
    expect(await charity.audited('retention.carried-out')).toEqual([]);
  });

  it('is not even a line a year after it was over, unless it was a no, which goes on keeping them from being asked', async () => {
    const refused = new Nominee(stage, charity);
    accepted(await refused.isNominated());
    accepted(await refused.answers('no', await refused.token()));
    await stage.database.shiftClock(15 * dayMs);
    await stage.carryOutRetention();
    expect(await states()).toEqual({ lapsed: 1, refused: 1 });
    await stage.database.shiftClock(450 * dayMs);
    await stage.carryOutRetention();
    expect(await states()).toEqual({ refused: 1 });
  });

  it('P5: is nothing at once where they say no', async () => {
    accepted(await nominee.answers('no', await nominee.token()));
    expect(await left()).toEqual(nothing);
  });

  it('P5: is nothing at once where they are known already, before any mail', async () => {
    accepted(await charity.apply(charity.form({ person: { ...anybody(), email: nominee.email } })));
    await stage.sendMail();
    expect(await left()).toEqual(nothing);
  });

  it('P5: is nothing once they have applied, or thirty days after they wanted to know more', async () => {
    accepted(await nominee.answers('showMe', await nominee.token()));
    await stage.database.shiftClock(29 * dayMs);
    await stage.carryOutRetention();
    expect(await nominee.looks(await nominee.token())).toMatchObject({ value: { state: 'agreed' } });
    await stage.database.shiftClock(31 * dayMs);
    await stage.carryOutRetention();
    expect(await left()).toEqual(nothing);
  });

  it('P5: goes with them when they are erased, down to the digest of their address', async () => {
    await nominee.mails();
    const form = charity.form({ person: { ...anybody(), email: nominee.email } });
    accepted(await charity.apply(form));
    const erase = {
      charityId: charity.charityId,
      applicationId: form.applicationId,
      pastPosts: 'keep',
    } as const;
    accepted(await stage.call('erase-person', erase, charity.manager));
    expect(await left()).toEqual(nothing);
    const addresses = await stage.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT 1 FROM nomination_address WHERE charity_id = $1', [charity.charityId]),
    );
    expect(addresses).toEqual([]);
  });
});
