import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listTakeovers } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { type CharityWithEverything, charityWithEverything } from '../access/charity-with-everything.js';
import { findChromium, quietFlags } from '../browser/find-chromium.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { OnAPhone } from './on-a-phone.js';

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

  it('a curator answers what they are asked, and is told where a weekend is theirs already', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    await phone.go('/curator', 'curator');
    expect(await phone.words()).toContain('You asked heron Robin');
    await phone.press('Take it back', 'swap-back');
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
    await phone.press('Yes, book it', 'booked');
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
    await phone.go('/curator/calendars', 'calendars-none');
    await phone.press('Make a link', 'calendars');
    const address = await phone.page.locator('input[readonly]').inputValue();
    expect(address).toMatch(/\/calendars\/[\w-]+\/[\w-]{43}\.ics$/);
    await phone.go('/curator/weekends', 'weekends-two-clocks');
    await phone.close();
  });

  it('a curator is unwell: one tap from their page, and no question', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    await phone.go('/curator', 'curator-booked');
    await phone.press('I am unwell today', 'unwell');
    expect(await phone.title()).toContain('We have heard you');
    const { takeovers } = await charity.curator.does(listTakeovers, { charityId: charity.charityId });
    expect(takeovers.filter(({ state }) => state === 'scheduled')).toEqual([]);
    await phone.close();
  });
});
