import {
  bookSlot,
  listSlots,
  listTakeovers,
  setBookingRules,
  type TakeoverId,
  viewBookingRules,
} from '@baton/contracts';
import { expect, it } from '@jest/globals';
import { open, type Stage } from '../browser/describe-pages.js';
import { signInByMail } from '../story/people.js';
import { fresh } from '../story/story-world.js';

export const whatCuratorsDo = (at: Stage): void => {
  it('a curator answers what they are asked: a swap, and an offer', async () => {
    const asked = await signInByMail(at().system, at().charity.charityId, 'curator', 'kim@heron.example');
    const phone = await open(at(), asked.token);
    await phone.go('/curator', 'curator-asked');
    expect(await phone.words()).toContain('Would you swap with heron Robin?');
    await phone.press('Yes, swap', 'swap-done');
    expect(await phone.title()).toBe('The swap is done.');
    expect(await phone.words()).toContain('Yours now: Friday');
    await phone.go('/curator');
    await phone.press('Yes, I take it', 'offer-past-the-limits');
    expect(await phone.alert()).toContain('as many bookings ahead as one can have');
    const { charityId, team } = at().charity;
    const rules = await team.owner.does(viewBookingRules, { charityId });
    await team.owner.does(setBookingRules, { ...rules, charityId, bookingsAhead: 2, coolDownDays: 0 });
    await phone.go('/curator');
    await phone.press('Yes, I take it', 'offer-taken');
    await team.owner.does(setBookingRules, { ...rules, charityId });
    expect(await phone.title()).toBe('It is yours');
    await phone.close();
  });

  it('a curator calls a weekend off in their own words, which outlive a session that has ended', async () => {
    const phone = await open(at(), at().charity.curator.token);
    await phone.go('/curator', 'curator-ahead');
    await phone.follow(/^Swap or call off/, 'own-weekend');
    await phone.follow('Call this weekend off', 'call-off');
    await phone.page.getByLabel('A word to the team').fill('The stairs were too much.');
    await phone.carry(undefined);
    await phone.press('Yes, call it off');
    expect(await phone.alert()).toContain('signed out');
    await phone.carry(at().charity.curator.token);
    expect(await phone.page.getByLabel('A word to the team').inputValue()).toBe('The stairs were too much.');
    await phone.press('Yes, call it off', 'called-off');
    expect(await phone.title()).toBe('It is called off');
    await phone.close();
  });

  it('a curator chooses a weekend in two steps, waits, and stands by', async () => {
    const phone = await open(at(), at().charity.curator.token);
    await phone.go('/curator/weekends', 'weekends-list');
    await phone.follow('Calendar', 'weekends-calendar');
    await phone.follow('List');
    await phone.page.locator('#waiting summary').press('Enter');
    await phone.page.locator('#waitlist-until').fill('2020-01-01');
    await phone.press('Join the waitlist', 'weekends-waitlist-refused');
    expect(await phone.alert()).toContain('last day');
    expect(await phone.page.locator('#waitlist-until').inputValue()).toBe('2020-01-01');
    await phone.page.locator('#waitlist-until').fill('');
    await phone.press('Join the waitlist', 'weekends-waits');
    expect(await phone.words()).toContain('You are first in line');
    await phone.press('Leave the waitlist');
    await phone.press(/^Choose /, 'is-this-right');
    expect(await phone.title()).toBe('Is this right?');
    await phone.press('Yes, book it', 'not-that-weekend');
    expect(await phone.alert()).toContain('too soon before or after another takeover');
    await phone.press(/^Choose /);
    const [keptUntil] = /kept for you until [^.]+/.exec(await phone.words()) ?? [];
    expect(keptUntil).toBeDefined();
    await phone.pressAfterTheSession('Yes, book it', at().charity.curator.token);
    await phone.isFine('booked');
    expect(await phone.title()).toBe('It is yours');
    await phone.go('/curator/weekends?view=calendar&month=2027-01', 'weekends-calendar-mine');
    await phone.close();
  });

  it('a curator says how they are reminded, and makes a link for their calendar', async () => {
    const phone = await open(at(), at().charity.curator.token);
    await phone.go('/curator/reminders', 'reminders');
    await phone.page.getByLabel('Whose clock').fill('Atlantis');
    await phone.press('Keep it like this', 'reminders-refused');
    expect(await phone.alert()).toContain('time zone');
    await phone.page.getByLabel('Whose clock').fill('America/New_York');
    await phone.press('Keep it like this', 'reminders-kept');
    await phone.go('/curator/calendars');
    await phone.press('Make another link', 'calendars');
    const address = await phone.page.locator('input[readonly]').first().inputValue();
    expect(address).toMatch(/\/calendars\/[\w-]+\/[\w-]{43}\.ics$/);
    await phone.go('/curator/weekends', 'weekends-two-clocks');
    await phone.close();
  });

  it('a curator is unwell: one tap from their page, and no question', async () => {
    const phone = await open(at(), at().charity.curator.token);
    const { charityId } = at().charity;
    const { slots } = await at().charity.team.owner.does(listSlots, { charityId, state: 'free', limit: 1 });
    const [curatorId] = at().charity.ids['curatorId'] ?? [];
    const booking = { charityId, slotId: slots[0]?.slotId ?? '', takeoverId: fresh<TakeoverId>() };
    await at().charity.team.owner.does(bookSlot, {
      ...booking,
      curatorId: curatorId ?? '',
      despiteLimits: true,
    });
    const ahead = async () =>
      (await at().charity.curator.does(listTakeovers, { charityId })).takeovers
        .filter(({ state }) => state === 'scheduled')
        .sort((one, other) => one.opensAt.localeCompare(other.opensAt));
    const [next] = await ahead();
    expect(next).toBeDefined();
    await phone.go('/curator');
    await phone.press('I am unwell today', 'unwell');
    expect(await phone.title()).toContain('We have heard you');
    expect((await ahead()).map(({ takeoverId }) => takeoverId)).not.toContain(next?.takeoverId);
    await phone.close();
  });
};
