import type { BuddyMessageId, BuddyPairId } from '@baton/contracts';
import { crisisNoticed } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

describe('buddies', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let sam: CuratorOnStage;
  let robin: CuratorOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
    sam = await charity.aCurator({ penName: 'Sam' });
    accepted(await charity.agree(sam, await charity.agreement()));
    robin = await charity.aCurator({ penName: 'Robin' });
  });
  afterAll(() => stage.close());

  const asked = () => ({ charityId: charity.charityId });
  const offer = (who: CuratorOnStage, offers = true) =>
    stage.call('offer-to-be-buddy', { ...asked(), offers }, who.caller);
  const ask = (who: CuratorOnStage, alertMyBuddy = false) =>
    stage.call('ask-for-buddy', { ...asked(), alertMyBuddy }, who.caller);
  const view = async (who: CuratorOnStage) => accepted(await stage.call('view-buddies', asked(), who.caller));
  const subjectsTo = async ({ email }: CuratorOnStage) =>
    (await charity.mailsTo(email)).map(({ subject }) => subject);
  const write = (
    who: CuratorOnStage,
    pairId: BuddyPairId,
    text: string,
    messageId = newId<BuddyMessageId>(),
  ) => stage.call('write-to-buddy', { ...asked(), pairId, messageId, text }, who.caller);
  const paired = async (alertMyBuddy = false): Promise<BuddyPairId> => {
    accepted(await offer(sam));
    const [buddy] = accepted(await ask(robin, alertMyBuddy)).buddies;
    if (!buddy) throw new Error('nobody was found');
    return buddy.pairId;
  };
  const inTrouble = () => {
    const followUpId = newId<never>();
    const data = {
      followUpId,
      takeoverId: newId<never>(),
      curatorId: robin.curatorId,
      postId: null,
      severity: 'high',
    };
    return stage.hears(crisisNoticed, charity.charityId, { subject: followUpId, revision: 1, data } as never);
  };

  it('are found by Baton itself, and told of each other by pen name', async () => {
    await paired();
    expect(await view(robin)).toMatchObject({ waits: false, buddies: [{ role: 'forYou', penName: 'Sam' }] });
    expect(await view(sam)).toMatchObject({ offers: true, buddies: [{ role: 'youFor', penName: 'Robin' }] });
    expect(await subjectsTo(robin)).toContain('Somebody is there for you');
    expect(await subjectsTo(sam)).toContain('Somebody new would be glad of you');
  });

  it('are waited for where nobody is free, and found when somebody is', async () => {
    expect(accepted(await ask(robin))).toMatchObject({ waits: true, buddies: [] });
    accepted(await offer(sam));
    expect(await view(robin)).toMatchObject({ waits: false, buddies: [{ penName: 'Sam' }] });
  });

  it('have been ready once themselves', async () => {
    expect(await offer(robin)).toMatchObject({ refusal: { code: 'notYet' } });
  });

  it('are one for each newcomer, however often the button is pressed', async () => {
    accepted(await offer(sam));
    await Promise.all([1, 2, 3, 4].map(() => ask(robin)));
    expect((await view(robin)).buddies).toHaveLength(1);
    expect((await view(sam)).buddies).toHaveLength(1);
  });

  it('write to each other without an address, and no mail holds what they wrote', async () => {
    const pairId = await paired();
    const messageId = newId<BuddyMessageId>();
    accepted(await write(robin, pairId, 'My legs are jelly today.', messageId));
    accepted(await write(robin, pairId, 'My legs are jelly today.', messageId));
    expect((await view(sam)).buddies[0]?.messages).toEqual([
      expect.objectContaining({ from: 'them', text: 'My legs are jelly today.' }),
    ]);
    const mails = await charity.mailsTo(sam.email);
    expect(mails.filter(({ subject }) => subject === 'Somebody has written to you')).toHaveLength(1);
    expect(mails.map(({ text }) => text).join()).not.toMatch(/jelly|@example/);
  });

  it('may end it from either side, without a reason; nobody is given another who wants none', async () => {
    const pairId = await paired();
    accepted(await stage.call('end-buddy', { ...asked(), pairId }, robin.caller));
    expect(await view(robin)).toMatchObject({ waits: false, buddies: [] });
    expect(await write(sam, pairId, 'Hello?')).toMatchObject({ refusal: { code: 'over' } });
  });

  it('are found anew when a buddy leaves, and what that one wrote is gone', async () => {
    const pairId = await paired();
    accepted(await write(sam, pairId, 'Welcome!'));
    const kim = await charity.aCurator({ penName: 'Kim' });
    accepted(await charity.agree(kim, await charity.agreement()));
    accepted(await offer(kim));
    accepted(await stage.call('leave', { ...asked(), pastPosts: 'keep' }, sam.caller));
    expect(await view(robin)).toMatchObject({ buddies: [{ penName: 'Kim', messages: [] }] });
  });

  it('are asked for a kind word where the newcomer wished for it, once, and never told why', async () => {
    await paired(true);
    await inTrouble();
    const mails = await charity.mailsTo(sam.email);
    const alerts = mails.filter(({ subject }) => subject === 'A kind word would be welcome');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.text).toContain('Robin');
    expect(alerts[0]?.text).not.toMatch(/crisis|despair|danger|harm/i);
  });

  it('are not asked where nobody wished for it', async () => {
    await paired(false);
    await inTrouble();
    expect(await subjectsTo(sam)).not.toContain('A kind word would be welcome');
  });

  it('get no letter about somebody whose buddy they are no more when it is written', async () => {
    stage.mailbox.outOfOrder = true;
    const pairId = await paired();
    accepted(await stage.call('end-buddy', { ...asked(), pairId }, sam.caller));
    stage.mailbox.outOfOrder = false;
    await stage.database.shiftClock(60_000);
    expect(await subjectsTo(robin)).not.toContain('Somebody is there for you');
    await stage.database.shiftClock(0);
  });

  it('are in the person’s own download: what they wrote, not what was written to them', async () => {
    const pairId = await paired();
    accepted(await write(sam, pairId, 'Welcome!'));
    accepted(await write(robin, pairId, 'Thank you!'));
    const { toBuddies } = accepted(await stage.call('download-my-data', asked(), robin.caller));
    expect(toBuddies.map(({ text }) => text)).toEqual(['Thank you!']);
  });
});
