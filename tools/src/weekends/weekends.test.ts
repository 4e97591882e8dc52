import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bookSlot,
  listSlots,
  listTakeovers,
  setBookingRules,
  type TakeoverId,
  viewBookingRules,
} from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { type CharityWithEverything, charityWithEverything } from '../access/charity-with-everything.js';
import { findChromium, quietFlags } from '../browser/find-chromium.js';
import { OnAPhone } from '../browser/on-a-phone.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { signInByMail } from '../story/people.js';
import { fresh } from '../story/story-world.js';

const executablePath = findChromium();
if (!executablePath)
  console.log(
    'The pages are not looked at: there is no Chromium here. Set CHROMIUM_PATH or install chromium.',
  );
const describeInBrowser = executablePath ? describe : describe.skip;

describeInBrowser('weekends by page: by keyboard, on the narrowest phone, in light and dark', () => {
  let folder: string;
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithEverything;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-weekends-'));
    await chmod(folder, 0o755);
    const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
    system = await startStack({ dataDir: folder, analystFeed: 'weekends-test', env });
    charity = await charityWithEverything(system, { word: 'heron', isOver: true });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietFlags] });
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('a curator answers what they are asked: a swap, and an offer', async () => {
    const asked = await signInByMail(system, charity.charityId, 'curator', 'kim@heron.example');
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, asked.token);
    await phone.go('/curator', 'curator-asked');
    expect(await phone.words()).toContain('Would you swap with heron Robin?');
    await phone.press('Yes, swap', 'swap-done');
    expect(await phone.title()).toBe('The swap is done.');
    await phone.go('/curator', 'curator-offered');
    await phone.press('Yes, I take it', 'offer-past-the-limits');
    expect(await phone.alert()).toContain('as many bookings ahead as one can have');
    const { charityId, team } = charity;
    const rules = await team.owner.does(viewBookingRules, { charityId });
    await team.owner.does(setBookingRules, { ...rules, charityId, bookingsAhead: 2, coolDownDays: 0 });
    await phone.go('/curator', 'curator-still-offered');
    await phone.press('Yes, I take it', 'offer-taken');
    await team.owner.does(setBookingRules, { ...rules, charityId });
    expect(await phone.title()).toBe('It is yours');
    await phone.close();
  });

  it('a curator calls a weekend off in their own words, which outlive a session that has ended', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    await phone.go('/curator', 'curator-ahead');
    await phone.follow(/^Swap or call off/, 'own-weekend');
    await phone.follow('Call this weekend off', 'call-off');
    await phone.page.getByLabel('A word to the team').fill('The stairs were too much.');
    await phone.carry(undefined);
    await phone.press('Yes, call it off', 'call-off-signed-out');
    expect(await phone.alert()).toContain('signed out');
    await phone.carry(charity.curator.token);
    expect(await phone.page.getByLabel('A word to the team').inputValue()).toBe('The stairs were too much.');
    await phone.press('Yes, call it off', 'called-off');
    expect(await phone.title()).toBe('It is called off');
    await phone.close();
  });

  it('a curator chooses a weekend in two steps, waits, and stands by', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
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
    await phone.press('Leave the waitlist');
    await phone.press(/^Choose /, 'is-this-right');
    expect(await phone.title()).toBe('Is this right?');
    await phone.press('Yes, book it', 'not-that-weekend');
    expect(await phone.alert()).toContain('too soon before or after another takeover');
    await phone.press(/^Choose /);
    const [keptUntil] = /kept for you until [^.]+/.exec(await phone.words()) ?? [];
    expect(keptUntil).toBeDefined();
    await phone.carry(undefined);
    await phone.press('Yes, book it', 'booked-signed-out');
    await phone.carry(charity.curator.token);
    await phone.press('Send it again', 'booked');
    expect(await phone.title()).toBe('It is yours');
    await phone.go('/curator/weekends?view=calendar&month=2027-01', 'weekends-calendar-mine');
    await phone.close();
  });

  it('a curator says how they are reminded, and makes a link for their calendar', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    await phone.go('/curator/reminders', 'reminders');
    await phone.page.getByLabel('Whose clock').fill('Atlantis');
    await phone.press('Keep it like this', 'reminders-refused');
    expect(await phone.alert()).toContain('time zone');
    await phone.page.getByLabel('Whose clock').fill('America/New_York');
    await phone.press('Keep it like this', 'reminders-kept');
    await phone.go('/curator/calendars', 'calendars-one');
    await phone.press('Make another link', 'calendars');
    const address = await phone.page.locator('input[readonly]').first().inputValue();
    expect(address).toMatch(/\/calendars\/[\w-]+\/[\w-]{43}\.ics$/);
    await phone.go('/curator/weekends', 'weekends-two-clocks');
    await phone.close();
  });

  it('a manager changes the rota once they have seen what it does, and books for somebody', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await phone.go('/c/heron/rota', 'rota');
    await phone.follow(/^Change this rule/, 'rota-rule');
    await phone.page.getByLabel('It closes so many days later').fill('9');
    await phone.press('Show me what would change', 'rota-rule-refused');
    expect(await phone.alert()).toContain('The longest that fits closes 7 days later at 17:30');
    await phone.page.getByLabel('It closes so many days later').fill('2');
    await phone.page.getByLabel('It closes at').fill('20:00');
    await phone.press('Show me what would change', 'rota-preview');
    expect(await phone.words()).toContain('Nothing has changed yet');
    expect(await phone.words()).toContain('heron Robin');
    await phone.page.getByLabel('Keep them where they are').press('Space');
    await phone.press('Yes, do it', 'rota-changed');
    expect(await phone.title()).toBe('The rota');
    await phone.follow('End this rule', 'rota-end');
    await phone.press('Yes, end it', 'rota-end-asks');
    expect(await phone.alert()).toContain('Please say what should happen to them');
    await phone.follow('No, keep it');
    await phone.page.locator('.steps h3 a').first().press('Enter');
    await phone.page.waitForURL(/\/slots\//);
    await phone.isFine('rota-slot');
    await phone.page.getByLabel('Even past the rules').press('Space');
    await phone.press('Book it for them', 'rota-slot-booked');
    expect(await phone.words()).toContain('Call it off for heron Robin');
    await phone.page.getByLabel('Until, on the clock').fill('2037-01-01T10:00');
    await phone.press('Let it last until then');
    expect(new URL(phone.page.url()).pathname).toBe('/confirm-it-is-you');
    await phone.close();
  });

  it('a manager sets a time without takeovers, a single weekend and the rules of booking; words outlive the session', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await phone.go('/c/heron/rota/hiatus', 'hiatus');
    await phone.page.getByLabel('What it is').fill('We rest');
    const { slots } = await charity.team.manager.does(listSlots, {
      charityId: charity.charityId,
      state: 'booked',
    });
    const booked = slots.at(-1)?.opensAtWall.slice(0, 10) ?? '';
    await phone.page.getByLabel('First day').fill(booked);
    await phone.page.getByLabel('Last day').fill(booked);
    await phone.press('Set it', 'hiatus-asks');
    expect(await phone.alert()).toContain('Please say what should happen to them');
    await phone.page.getByLabel('Keep them where they are').press('Space');
    await phone.carry(undefined);
    await phone.press('Set it', 'hiatus-signed-out');
    expect(await phone.page.getByLabel('What it is').inputValue()).toBe('We rest');
    await phone.carry(charity.team.manager.token);
    await phone.press('Send it again', 'hiatus-set');
    expect(await phone.words()).toContain('We rest');
    await phone.press('Take back: We rest');
    await phone.go('/c/heron/rota/add', 'rota-add');
    await phone.page.getByLabel('From').fill('2020-01-01T10:00');
    await phone.page.getByLabel('Until').fill('2020-01-02T10:00');
    await phone.press('Add it', 'rota-add-refused');
    expect(await phone.page.getByLabel('From').inputValue()).toBe('2020-01-01T10:00');
    await phone.go('/c/heron/rota/booking', 'booking-rules');
    await phone.page.getByLabel('Days of rest').fill('-3');
    await phone.press('Keep it like this', 'booking-rules-refused');
    expect(await phone.page.getByLabel('Days of rest').inputValue()).toBe('-3');
    await phone.page.getByLabel('Days of rest').fill('14');
    await phone.press('Keep it like this', 'booking-rules-kept');
    await phone.go('/c/heron/rota/moved', 'moved');
    await phone.close();
  });

  it('a moderator goes on call for the next takeover, offers it, and takes a call', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.moderator.token);
    await phone.go('/manager?charity=heron', 'manager');
    expect(await phone.words()).toContain('The team is called');
    await phone.press(/^I see to it/, 'on-call-taken');
    expect(await phone.words()).toContain('You saw to it');
    await phone.press(/^Put me on call/, 'on-call-planned');
    expect(await phone.words()).toContain('On call: You');
    await phone.press('Ask them', 'on-call-offered');
    expect(await phone.words()).toContain('Offered to anybody of the team');
    await phone.go('/c/heron/rota', 'rota-moderator');
    expect(await phone.page.locator('main .steps a, main button').count()).toBe(0);
    await phone.close();
    const manager = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await manager.go('/c/heron/on-call', 'on-call-manager');
    await manager.press(/^Take it, /);
    await manager.press(/^Give it up, /, 'on-call-given-up');
    expect(await manager.words()).toContain('Nobody is on call yet');
    await manager.close();
  });

  it('a curator is unwell: one tap from their page, and no question', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    const { charityId } = charity;
    const { slots } = await charity.team.owner.does(listSlots, { charityId, state: 'free', limit: 1 });
    const [curatorId] = charity.ids['curatorId'] ?? [];
    const booking = { charityId, slotId: slots[0]?.slotId ?? '', takeoverId: fresh<TakeoverId>() };
    await charity.team.owner.does(bookSlot, { ...booking, curatorId: curatorId ?? '', despiteLimits: true });
    const ahead = async () =>
      (await charity.curator.does(listTakeovers, { charityId })).takeovers
        .filter(({ state }) => state === 'scheduled')
        .sort((one, other) => one.opensAt.localeCompare(other.opensAt));
    const [next] = await ahead();
    expect(next).toBeDefined();
    await phone.go('/curator', 'curator-booked');
    await phone.press('I am unwell today', 'unwell');
    expect(await phone.title()).toContain('We have heard you');
    expect((await ahead()).map(({ takeoverId }) => takeoverId)).not.toContain(next?.takeoverId);
    await phone.close();
  });
});
