import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const refusal = { ok: false, refusal: { code: 'consentWithdrawn' } };
const texts = async (charity: CharityOnStage) => (await charity.posts()).map(({ text }) => text);

describe('a curator who takes back their consent to post', () => {
  it('P5: has nothing of theirs go out any more, and what never went out is erased', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Out before');
    await stage.publish();
    await charity.submit('Waiting');
    await charity.submit('Held: call me on 07700 900123');
    await charity.withdrawsConsent('keep');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Out before']);
    expect(await charity.states()).toEqual(['published', 'withdrawn', 'withdrawn']);
    expect(await texts(charity)).toEqual(['Out before', '', '']);
    const kept = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(
        `SELECT 1 FROM post WHERE state = 'withdrawn' AND (sealed_text <> '' OR fingerprint <> '' OR findings <> '[]')`,
      ),
    );
    expect(kept).toEqual([]);
  });

  it('can hand over nothing more, and is told so', async () => {
    const charity = await stage.aCharity();
    await charity.withdrawsConsent('keep');
    expect(await charity.trySubmit(['One more'])).toMatchObject(refusal);
    expect(await charity.posts()).toEqual([]);
  });

  it('is heard between a lane’s claim and its attempt: nothing goes', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Just about to go');
    charity.account.onPrepare = () => charity.withdrawsConsent('keep');
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['withdrawn']);
  });

  it('has nothing go of what slipped in while it was being heard', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Slipped in');
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(`INSERT INTO withdrawn_curator (charity_id, curator_id, past_posts) VALUES ($1, $2, 'keep')`, [
        charity.charityId,
        charity.curatorId,
      ]),
    );
    await stage.publish();
    expect(charity.account.texts()).toEqual([]);
    expect(await charity.states()).toEqual(['withdrawn']);
    expect(await texts(charity)).toEqual(['']);
  });

  it('P3: is not introduced any more, nor named when it is over', async () => {
    const [before, waiting] = [await stage.aCharity(), await stage.aCharity()];
    for (const charity of [before, waiting]) {
      await charity.setPolicy({ signOff: 'Thank you, {name}' });
    }
    await before.withdrawsConsent('keep');
    await before.open();
    await waiting.open();
    await waiting.withdrawsConsent('keep');
    await stage.publish();
    for (const charity of [before, waiting]) {
      expect(charity.account.texts()).toEqual([]);
      await charity.close();
      await stage.publish();
      expect(charity.account.texts()).toEqual(['Thank you, our curator']);
      expect(JSON.stringify(await charity.posts())).not.toContain('Robin');
    }
  });

  it('may post again after accepting the agreement anew', async () => {
    const charity = await stage.aCharity();
    await charity.withdrawsConsent('keep');
    await charity.acceptsAgain();
    await charity.submit('Back again');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Back again']);
  });

  it('may not post again because of an agreement from before they took it back', async () => {
    const charity = await stage.aCharity();
    await charity.withdrawsConsent('keep');
    await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(`UPDATE withdrawn_curator SET since = since + interval '1 second'`),
    );
    await charity.acceptsAgain();
    expect(await charity.trySubmit(['Still not'])).toMatchObject(refusal);
  });

  it('goes on posting when it was another consent', async () => {
    const charity = await stage.aCharity();
    await charity.withdrawsConsent('delete', 'archive');
    await charity.submit('Still here');
    await stage.publish();
    await stage.delete();
    expect(charity.account.texts()).toEqual(['Still here']);
  });
});

describe('a curator who leaves', () => {
  it('P5: leaves no word and no name behind here, and what is out stays as they wished', async () => {
    const charity = await stage.aCharity();
    await charity.submit('Out before');
    await stage.publish();
    await charity.leaves('keep');
    await charity.close();
    await stage.publish();
    await stage.delete();
    expect(charity.account.texts()).toEqual(['Out before']);
    expect(await texts(charity)).toEqual(['']);
    expect(await charity.trySubmit(['After leaving'])).toMatchObject(refusal);
    const names = await stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(`SELECT pen_name, identity_level FROM takeover`),
    );
    expect(names).toEqual([{ pen_name: '', identity_level: 'anonymous' }]);
  });
});
