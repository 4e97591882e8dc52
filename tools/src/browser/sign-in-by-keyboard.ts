import type { Page } from 'playwright-core';
import { waitFor } from '../story/wait-for.js';

export interface SignIn {
  readonly page: Page;
  readonly signInUrl: string;
  readonly mailboxOrigin: string;
  readonly as: 'staff' | 'curator';
  readonly email: string;
  /** Called while the page that asks for the code is shown. */
  readonly onCodePage?: () => Promise<void>;
}

/** Signs in as a person does who has no mouse: Tab, arrows, typing and Enter. */
export async function signInByKeyboard({ page, ...who }: SignIn): Promise<void> {
  await page.goto(who.signInUrl);
  await tabTo(page, '[name=as]');
  await page.keyboard.press(who.as === 'staff' ? 'ArrowDown' : 'Space');
  await tabTo(page, '#email');
  await page.keyboard.type(who.email);
  const before = (await codesMailed(who)).length;
  await pressButton(page);
  const code = await waitFor('a code in the mailbox', 15_000, async () => {
    const codes = await codesMailed(who);
    return codes.length > before ? codes.at(-1) : undefined;
  });
  await who.onCodePage?.();
  await tabTo(page, '#code');
  await page.keyboard.type(code);
  await pressButton(page);
}

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const mostStops = 20;
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate<boolean>(
      `document.activeElement !== null && document.activeElement.matches('${selector}')`,
    );
    if (isThere) return;
  }
  throw new Error(`${selector} is not reached by the Tab key`);
}

async function pressButton(page: Page): Promise<void> {
  await tabTo(page, 'main button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function codesMailed({ mailboxOrigin, email }: Omit<SignIn, 'page'>): Promise<string[]> {
  const response = await fetch(`${mailboxOrigin}/api/mails?to=${encodeURIComponent(email)}`);
  const mails = (await response.json()) as { text: string }[];
  return mails.flatMap(({ text }) => /\b\d{8}\b/.exec(text)?.slice(0, 1) ?? []);
}
