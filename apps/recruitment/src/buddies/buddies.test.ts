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
  const aBuddy = async (penName: string): Promise<CuratorOnStage> => {
    const curator = await charity.aCurator({ penName });
    accepted(await charity.agree(curator, await charity.agreement()));
    return curator;
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

  it('are not those one had before: who ended it is not given back, whoever asks anew', async () => {
    const pairId = await paired();
    accepted(await stage.call('end-buddy', { ...asked(), pairId }, robin.caller));
    expect(accepted(await ask(robin))).toMatchObject({ waits: true, buddies: [] });
    const kim = await aBuddy('Kim');
    accepted(await offer(kim));
    expect(await view(robin)).toMatchObject({ buddies: [{ penName: 'Kim' }] });
  });

  it('are found another when theirs says “not now”, who hears nothing of them from then on', async () => {
    await paired(true);
    const kim = await aBuddy('Kim');
    accepted(await offer(kim));
    accepted(await stage.call('pause-part', asked(), sam.caller));
    expect(await view(robin)).toMatchObject({ buddies: [{ penName: 'Kim' }] });
    await inTrouble();
    expect(await subjectsTo(sam)).not.toContain('A kind word would be welcome');
    expect(await subjectsTo(kim)).toContain('A kind word would be welcome');
  });

  it('are nobody while theirs says “not now” and nobody else is free: the team alone hears', async () => {
    await paired(true);
    accepted(await stage.call('pause-part', asked(), sam.caller));
    expect(await view(robin)).toMatchObject({ waits: true, buddies: [] });
    await inTrouble();
    expect(await subjectsTo(sam)).not.toContain('A kind word would be welcome');
    expect((await charity.mailsTo(robin.email)).map(({ text }) => text).join()).not.toContain('kind word');
  });

  it('are found when somebody who offers, or who waits, comes back', async () => {
    accepted(await offer(sam));
    accepted(await stage.call('pause-part', asked(), sam.caller));
    expect(accepted(await ask(robin))).toMatchObject({ waits: true });
    accepted(await stage.call('resume-part', asked(), sam.caller));
    expect(await view(robin)).toMatchObject({ buddies: [{ penName: 'Sam' }] });
    accepted(await offer(sam, false));
    const kim = await aBuddy('Kim');
    accepted(await ask(kim));
    accepted(await stage.call('pause-part', asked(), kim.caller));
    const lee = await aBuddy('Lee');
    accepted(await offer(lee));
    accepted(await stage.call('resume-part', asked(), kim.caller));
    expect(await view(kim)).toMatchObject({ waits: false, buddies: [{ penName: 'Lee' }] });
  });

  it('come back to each other after “not now”, for nobody had ended it', async () => {
    await paired();
    accepted(await stage.call('pause-part', asked(), sam.caller));
    accepted(await stage.call('resume-part', asked(), sam.caller));
    expect(await view(robin)).toMatchObject({ buddies: [{ penName: 'Sam' }] });
  });

  it('are found while others leave, pause, and lists change: nobody waits for somebody who waits for them', async () => {
    const buddies: CuratorOnStage[] = [];
    while (buddies.length < 6) buddies.push(await aBuddy('Kim'));
    for (const [round, buddy] of buddies.entries()) {
      const [newcomer, other] = [await charity.aCurator(), await charity.aCurator()];
      for (const who of [newcomer, other]) accepted(await ask(who));
      const item = round % 2 === 0 ? 'required' : 'offered';
      const list = { ...asked(), firstPost: item, rehearsal: item } as const;
      const answers = await Promise.all([
        stage.call('leave', { ...asked(), pastPosts: 'keep' }, newcomer.caller),
        offer(buddy),
        stage.call('pause-part', asked(), other.caller),
        ask(other),
        stage.call('set-preparation', list, charity.manager),
        stage.call('publish-advice', { ...asked(), evenSo: true }, charity.manager),
      ]);
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))).toEqual(
        answers.map(() => 'ok'),
      );
      accepted(await stage.call('leave', { ...asked(), pastPosts: 'keep' }, buddy.caller));
    }
  });

  it('are shown with as much of what was written as an answer carries, and what was before by itself', async () => {
    const pairId = await paired();
    const texts = Array.from({ length: 29 }, (_, at) => `${at} `.padEnd(2000, '\u4f60'));
    for (const text of texts) accepted(await write(robin, pairId, text));
    const read: string[] = [];
    let before: string | undefined;
    do {
      const answer = accepted(await stage.call('view-buddies', { ...asked(), before }, sam.caller));
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(60_000);
      read.unshift(...(answer.buddies[0]?.messages ?? []).map(({ text }) => text.split(' ')[0] ?? ''));
      before = answer.buddies[0]?.earlier ?? undefined;
    } while (before);
    expect(read).toEqual(texts.map((_, at) => String(at)));
    const own: string[] = [];
    let beforeToBuddies: string | undefined;
    do {
      const page = { ...asked(), beforeToBuddies };
      const mine = accepted(await stage.call('download-my-data', page, robin.caller));
      expect(Buffer.byteLength(JSON.stringify(mine))).toBeLessThan(100_000);
      own.unshift(...mine.toBuddies.map(({ text }) => text));
      beforeToBuddies = mine.earlierToBuddies ?? undefined;
    } while (beforeToBuddies);
    expect(own).toEqual(texts);
  });

  it('are in the person’s own download: what they wrote, not what was written to them', async () => {
    const pairId = await paired();
    accepted(await write(sam, pairId, 'Welcome!'));
    accepted(await write(robin, pairId, 'Thank you!'));
    const { toBuddies } = accepted(await stage.call('download-my-data', asked(), robin.caller));
    expect(toBuddies.map(({ text }) => text)).toEqual(['Thank you!']);
  });
});
