import {
  bookSlot,
  listSlots,
  listTakeovers,
  offerStandby,
  proposeSwap,
  type SlotId,
  type SwapId,
  setBookingRules,
  type TakeoverId,
  viewBookingRules,
} from '@baton/contracts';
import { beforeAll, expect, it } from '@jest/globals';
import { open, type Stage } from '../browser/describe-pages.js';
import type { OnAPhone } from '../browser/on-a-phone.js';
import { codeMailedAfter, type Person, signInByMail } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';

/** Every yes and no that somebody is asked for, and what becomes of it where a session has ended meanwhile. */
export const answersThatWait = (at: Stage): void => {
  let kim: Person;
  beforeAll(async () => {
    const { system, charity } = at();
    kim = await signInByMail(system, charity.charityId, 'curator', 'kim@heron.example');
  });

  const bookForRobin = async (slotId: SlotId): Promise<TakeoverId> => {
    const { charityId, team, ids } = at().charity;
    const [curatorId] = ids['curatorId'] ?? [];
    const booking = { charityId, slotId, takeoverId: fresh<TakeoverId>(), curatorId: curatorId ?? '' };
    await team.owner.does(bookSlot, { ...booking, despiteLimits: true });
    return booking.takeoverId;
  };
  const freeSlots = async () => {
    const { charityId, team } = at().charity;
    return (await team.owner.does(listSlots, { charityId, state: 'free', limit: 50 })).slots;
  };
  const manager = () => open(at(), at().charity.team.manager.token);
  const slotPath = (slotId: SlotId): string => `/c/heron/rota/slots/${slotId}`;

  it('a curator stands by for one weekend and for days, is asked, says no, and stands by no more', async () => {
    const [phone, desk] = [await open(at(), kim.token), await manager()];
    const { slotId } = (await freeSlots())[3] ?? fail();
    await bookForRobin(slotId);
    await phone.go('/curator/weekends');
    const standBy = phone.page.locator('form', { has: phone.page.locator(`[value="${slotId}"]`) });
    const name = (await standBy.getByRole('button').textContent()) ?? '';
    expect(name).toMatch(/^Stand by for \d/);
    await phone.pressAfterTheSession(name, kim.token);
    expect(await phone.words()).toContain('You stand by for:Friday');
    await phone.unfold('Stand by between two days');
    await phone.page.locator('#standby-from').fill('2031-01-01');
    await phone.page.locator('#standby-until').fill('2031-02-01');
    await phone.press(/^Stand by$/, 'stands-by');
    expect(await phone.words()).toContain('any weekend from 1 January 2031 until 1 February 2031');
    await desk.go(slotPath(slotId));
    await desk.press('Find cover for heron Robin', 'rota-slot-asking');
    expect(await desk.words()).toContain('(stands by for it): has not answered yet');
    await phone.go('/curator', 'curator-offered');
    await phone.pressAfterTheSession('No, thank you', kim.token);
    expect(await phone.words()).not.toContain('Would you like this weekend?');
    await desk.go(slotPath(slotId));
    expect(await desk.words()).toContain('(stands by for it): said no');
    await phone.go('/curator/weekends');
    await phone.pressAfterTheSession('Stand by no more', kim.token);
    expect(await phone.words()).toContain('It binds you to nothing');
    await Promise.all([phone.close(), desk.close()]);
  });

  it('a manager finds cover, and has nobody else asked', async () => {
    const desk = await manager();
    const { slotId } = (await freeSlots())[5] ?? fail();
    await bookForRobin(slotId);
    await kim.does(offerStandby, { charityId: at().charity.charityId, slotId });
    await desk.go(slotPath(slotId));
    await desk.press('Find cover for heron Robin');
    await desk.go('/c/heron/rota', 'rota-asking');
    await desk.pressAfterTheSession(/^Ask nobody else for/, at().charity.team.manager.token);
    expect(await desk.words()).not.toContain('Somebody is being asked');
    await desk.go(slotPath(slotId));
    expect(await desk.words()).toContain('You stopped the asking');
    await desk.close();
  });

  it('a swap is taken back, refused, and where the charity wishes decided by a manager', async () => {
    const { charityId, team, curator } = at().charity;
    const rules = await team.owner.does(viewBookingRules, { charityId });
    await team.owner.does(setBookingRules, { ...rules, charityId, swapsNeedManager: true });
    const takeoverId = await bookForRobin(((await freeSlots())[6] ?? fail()).slotId);
    const { takeovers } = await kim.does(listTakeovers, { charityId });
    const { slotId } = takeovers.find(({ state }) => state === 'scheduled') ?? fail();
    const propose = () =>
      curator.does(proposeSwap, { charityId, takeoverId, slotId, swapId: fresh<SwapId>() });
    const [robins, kims, desk] = [
      await open(at(), curator.token),
      await open(at(), kim.token),
      await manager(),
    ];

    await robins.go(`/curator/weekend/${takeoverId}`, 'own-weekend-choices');
    expect(await robins.words()).toMatch(/2028: heron Robin/);
    await robins.page.locator(`input[value="${slotId}"]`).press('Space');
    await robins.press('Ask them to swap', 'swap-asked');
    expect(await robins.title()).toContain('We asked them');
    await robins.go('/curator');
    await robins.pressAfterTheSession('Take it back', curator.token);
    expect(await robins.title()).toContain('It is taken back');

    await propose();
    await kims.go('/curator');
    await kims.pressAfterTheSession('No, I keep mine', kim.token);
    expect(await kims.title()).toContain('You said no');

    for (const answer of ['No, heron Robin', 'Yes, let heron Robin']) {
      await propose();
      await kims.go('/curator');
      await kims.pressAfterTheSession('Yes, swap', kim.token);
      expect(await kims.title()).toContain('You both said yes');
      await desk.go('/c/heron/rota', answer.startsWith('No') ? 'rota-swap' : undefined);
      await desk.pressAfterTheSession(new RegExp(`^${answer}`), team.manager.token);
      expect(await desk.words()).not.toContain('Swaps that wait');
    }
    const mine = (await kim.does(listTakeovers, { charityId })).takeovers.map((one) => one.slotId);
    expect(mine).not.toContain(slotId);
    await team.owner.does(setBookingRules, { ...rules, charityId });
    await Promise.all([robins.close(), kims.close(), desk.close()]);
  });

  it('a manager calls a weekend off for somebody; what they wrote outlives their session', async () => {
    const desk = await manager();
    const { slotId } = (await freeSlots())[7] ?? fail();
    await bookForRobin(slotId);
    await desk.go(slotPath(slotId));
    await desk.page.getByLabel('A note for the team').fill('They rang.\nIt is fine.');
    await desk.carry(undefined);
    await desk.press('Call it off', 'rota-signed-out');
    expect(await desk.page.getByLabel('A note for the team').inputValue()).toBe('They rang.\nIt is fine.');
    await desk.carry(at().charity.team.manager.token);
    await desk.press('Send it again');
    expect(await desk.words()).toContain('Book it for somebody');
    await desk.close();
  });

  it('a manager adds a weekend and takes it out, lets one last longer and hands the account over, once they have confirmed who they are', async () => {
    const desk = await manager();
    const wall = (days: number, time: string) =>
      `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;
    const add = async () => {
      await desk.go('/c/heron/rota/add');
      await desk.page.getByLabel('From').fill(wall(2, '10:00'));
      await desk.page.getByLabel('Until').fill(wall(3, '10:00'));
      await desk.press('Add it');
    };
    await add();
    const gone = new URL(desk.page.url()).pathname;
    await desk.press('Take this weekend out');
    expect(await desk.title()).toBe('The rota');
    await desk.page.goto(new URL(gone, desk.page.url()).href);
    expect(await desk.words()).toContain('There is nothing here');

    await add();
    await desk.page.getByLabel('Even past the rules').press('Space');
    await desk.press('Book it for them');
    await desk.page.getByLabel('Until, on the clock').fill(wall(3, '12:00'));
    await desk.press('Let it last until then');
    await confirm(desk);
    await desk.isFine('rota-slot-once-more');
    expect(await desk.words()).toContain(
      'Nothing has changed yet. To do it, press “Let it last until then” once more',
    );
    expect(await desk.page.getByLabel('Until, on the clock').inputValue()).toBe(wall(3, '12:00'));
    await desk.press('Let it last until then');
    expect(await desk.words()).toMatch(/to\s*\w+ \d+ \w+ \d+ at 12:00/);
    await desk.press('Hand the account over now');
    await waitFor('the account to be handed over', 15_000, async () => {
      await desk.page.reload();
      return (await desk.words()).includes('has the account now') || undefined;
    });
    await desk.isFine('rota-slot-on');
    await desk.close();
  });

  const confirm = async (desk: OnAPhone): Promise<void> => {
    expect(new URL(desk.page.url()).pathname).toBe('/confirm-it-is-you');
    const code = await codeMailedAfter(at().system, 'manager@heron.example', () =>
      desk.press('Send me a code'),
    );
    await desk.page.getByLabel('The eight digits').fill(code);
    await desk.press('It is me');
  };
};

const fail = (): never => {
  throw new Error('something is missing');
};
