import { endBuddy, offerToBeBuddy, publishAgreement, viewBuddies } from '@baton/contracts';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Person } from '../story/people.js';
import type { CharityAboard } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';
import { findBarriers } from './find-barriers.js';

export interface Preparing {
  readonly page: Page;
  readonly origin: string;
  readonly charity: CharityAboard;
  /** Somebody who has been ready themself. */
  readonly other: Person;
}

const press = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).click()]);
};
const follow = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.getByRole('link', { name, exact: true }).click()]);
};
const main = (page: Page) => page.locator('main').textContent();
const alert = (page: Page) => page.getByRole('alert').first().textContent();
const box = (page: Page) => page.locator('textarea').first();

/** Reads every page of the advice, each by the button below it. */
export async function readTheAdvice({ page, origin }: Preparing): Promise<void> {
  await page.goto(`${origin}/curator`);
  await follow(page, 'The advice');
  expect(await main(page)).toContain('You have read 0 of 7');
  await follow(page, 'Begin with page 1');
  await press(page, 'I have read this');
  expect(await main(page)).toContain('Page 2 of 7');
  await follow(page, 'All pages');
  await follow(page, 'Go on with page 2');
  for (let number = 2; number <= 7; number += 1) await press(page, 'I have read this');
  expect(await main(page)).toContain('You have read all of it');
}

/** Says yes to the agreement, which gets a new version just before. */
export async function agreeToWhatIsInForce({ page, charity }: Preparing): Promise<void> {
  await follow(page, 'Back to your page');
  await follow(page, 'Read the agreement');
  const text = 'Be kind, and rest whenever you like. This is the second version of it.';
  await charity.manager.does(publishAgreement, { charityId: charity.charityId, text });
  await press(page, 'Yes, I agree');
  expect(await alert(page)).toContain('Nothing was agreed to');
  expect(await main(page)).toContain('Version 2');
  expect(await findBarriers(page)).toEqual([]);
  await press(page, 'Yes, I agree');
  expect(await main(page)).toContain('2 of 3 needed steps done');
}

/** The last step: nobody sees it, and whoever has done it is ready as soon as recruitment has heard of it. */
export async function tryAPost({ page, origin }: Preparing): Promise<void> {
  await follow(page, 'Go to the rehearsal');
  await page.getByLabel('Your post').fill('Good morning! Is this thing on?');
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole('button', { name: 'Try it', exact: true }).first().click(),
  ]);
  await waitFor('the list to be done', 15_000, async () => {
    await page.goto(`${origin}/curator`);
    return (await main(page))?.includes('You are ready') ? true : undefined;
  });
  expect(await findBarriers(page)).toEqual([]);
}

/** Waits for a buddy, gets one, writes, is signed out in the middle of it, and is left: no word is lost. */
export async function writeToABuddy({ page, origin, charity, other }: Preparing): Promise<void> {
  const { charityId } = charity;
  await follow(page, 'A buddy');
  await page.getByLabel('You may ask my buddy').check();
  await press(page, 'Ask for a buddy');
  expect(await main(page)).toContain('You are waiting for somebody');
  expect(await page.getByLabel('You may ask my buddy').isChecked()).toBe(true);
  await other.does(offerToBeBuddy, { charityId, offers: true });
  await page.reload();
  await box(page).fill('Hello! How did you sleep?');
  await press(page, 'Send');
  expect(await main(page)).toContain('Hello! How did you sleep?');
  expect(await box(page).inputValue()).toBe('');
  await box(page).fill('x'.repeat(2001));
  await press(page, 'Send');
  expect(await alert(page)).toContain('2,001 characters');
  expect(await box(page).inputValue()).toHaveLength(2001);
  expect(await findBarriers(page)).toEqual([]);
  await box(page).fill('Words that took me an hour.');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await press(page, 'Send');
  expect(await alert(page)).toContain('signed out');
  await page.context().addCookies(cookies);
  const [pair] = (await other.does(viewBuddies, { charityId })).buddies;
  if (!pair) throw new Error('nobody is there for anybody');
  await other.does(endBuddy, { charityId, pairId: pair.pairId });
  await press(page, 'Send');
  expect(await alert(page)).toContain('not buddies any more');
  expect(await box(page).inputValue()).toBe('Words that took me an hour.');
  expect(await findBarriers(page)).toEqual([]);
  await page.goto(`${origin}/curator/buddies`);
  expect(await main(page)).toContain('You are waiting for somebody');
}
