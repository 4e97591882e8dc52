import { listPulses } from '@baton/contracts';
import { beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CharityWithEverything } from '../access/charity-with-everything.js';
import type { Stage } from '../browser/describe-pages.js';
import { OnAPhone } from '../browser/on-a-phone.js';
import type { RunningSystem } from '../stack/start-stack.js';

/** Did this weekend help? by keyboard, on the narrowest phone, in light and dark. */
export function pulseByPage(at: Stage): void {
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithEverything;
  let path: string;
  beforeAll(async () => {
    ({ system, browser, charity } = at());
    const { charityId, team } = charity;
    const { pulses } = await team.manager.does(listPulses, { charityId });
    path = `/p/${pulses[0]?.code}`;
  });

  const follower = () => OnAPhone.open(browser, system.gatewayOrigin, undefined);
  const cookies = (phone: OnAPhone) => phone.page.context().cookies();

  /** A person takes longer than two seconds; a test may have to press twice, and loses nothing by it. */
  async function send(phone: OnAPhone, shownAs: string): Promise<void> {
    await phone.press('Send');
    while ((await phone.title()) !== 'Thank you') {
      expect(await phone.alert()).toContain('nothing is lost');
      await phone.press('Send');
    }
    await phone.isFine(shownAs);
  }

  it('a follower answers with three taps, without an account, a script or a cookie beforehand, and changes it', async () => {
    const phone = await follower();
    await phone.go(path, 'pulse');
    expect(await cookies(phone)).toEqual([]);
    await phone.page.getByLabel('A little').first().check();
    await phone.page.getByLabel('Anything you want to say?').fill('Smoothies!');
    await send(phone, 'pulse-thanks');
    expect(await cookies(phone)).toMatchObject([{ path, httpOnly: true, secure: true, sameSite: 'Lax' }]);
    await phone.follow('Change my answer', 'pulse-again');
    expect(await phone.words()).toContain('takes the place of it');
    await phone.page.getByLabel('Yes').first().check();
    await send(phone, 'pulse-changed');
    expect(await phone.words()).toContain('Your new answer');
    await phone.close();
  });

  it('somebody who may be in danger sees at once where to find help', async () => {
    const phone = await follower();
    await phone.go(path, 'pulse-crisis');
    await phone.page
      .getByLabel('Anything you want to say?')
      .fill('I do not want to live any more. I have the pills here and tonight I will end it.');
    await send(phone, 'pulse-help');
    expect(await phone.alert()).toContain('You are not alone');
    expect(await phone.alert()).toContain('116 123');
    await phone.close();
  });

  it('a manager sees what was said, and opens hard words only when they want to', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await phone.go('/manager?charity=finch');
    await phone.follow('Did it help?', 'team-pulses');
    expect(await phone.words()).toContain('3 answers count');
    await phone.follow(/^Words and engagement/, 'team-pulse');
    expect(await phone.words()).toContain('finch made me laugh.');
    expect(await phone.words()).toContain('Who follows the account');
    expect(await phone.words()).not.toContain('pills');
    await phone.press(/^Show me number/, 'team-pulse-looked');
    expect(await phone.words()).toContain('pills');
    await phone.press(/^Let number/, 'team-pulse-shown');
    await phone.close();
  });

  it('there is nothing at an address that was mistyped', async () => {
    const phone = await follower();
    await phone.go('/p/k3v9xw2m4q7t', 'pulse-unknown');
    expect(await phone.title()).toContain('nothing here');
    await phone.close();
  });
}
