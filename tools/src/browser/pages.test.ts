import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Mail } from '../mailbox/mailbox.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import type { TakeoverBooked } from '../story/story-world.js';
import { applyForLink } from './apply-for-link.js';
import { findBarriers } from './find-barriers.js';
import { findChromium, quietFlags } from './find-chromium.js';
import { type CharityWithCall, playUntilMidWeekend } from './mid-weekend.js';
import { agreeToWhatIsInForce, readTheAdvice, tryAPost, writeToABuddy } from './prepare-by-hand.js';
import { signInByKeyboard } from './sign-in-by-keyboard.js';
import { acceptSomebodyNew } from './somebody-new.js';

const executablePath = findChromium();
if (!executablePath) {
  console.log(
    'The pages are not looked at: there is no Chromium here. Set CHROMIUM_PATH or install chromium.',
  );
}
const describeInBrowser = executablePath ? describe : describe.skip;
/** The narrowest phone promised; also what 1280 px become at 400% zoom (WCAG 2.2, 1.4.10). */
const viewport = { width: 320, height: 720 };
const schemes = ['light', 'dark'] as const;

describeInBrowser('every page, on the narrowest phone, in light and dark', () => {
  let folder: string;
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithCall;
  let takeover: TakeoverBooked;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-pages-'));
    await chmod(folder, 0o755);
    system = await startStack({ dataDir: folder, analystFeed: 'pages-test', env: quickClocks });
    ({ charity, takeover } = await playUntilMidWeekend(system));
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietFlags] });
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const signIn = (
    page: Page,
    as: 'staff' | 'curator',
    { onCodePage, email }: { onCodePage?: () => Promise<void>; email?: string } = {},
  ) =>
    signInByKeyboard({
      page,
      signInUrl: `${system.gatewayOrigin}/sign-in/${charity.slug}`,
      mailboxOrigin: system.mailboxOrigin,
      as,
      email: email ?? (as === 'staff' ? `hanya@${charity.slug}.example` : takeover.identity.email),
      ...(onCodePage ? { onCodePage } : {}),
    });

  /** Looks at each address; tells what stands in somebody's way, by page. */
  async function barriersOn(
    context: BrowserContext,
    addresses: readonly string[],
    colorScheme?: (typeof schemes)[number],
  ): Promise<Record<string, string[]>> {
    const page = await context.newPage();
    if (colorScheme) await page.emulateMedia({ colorScheme });
    const found: Record<string, string[]> = {};
    for (const address of addresses) {
      await page.goto(address);
      found[address] = await findBarriers(page);
    }
    await page.close();
    return found;
  }

  const nothingOn = (addresses: readonly string[]) => Object.fromEntries(addresses.map((at) => [at, []]));

  it.each(schemes)(
    'those for everybody stand in nobody’s way (%s)',
    async (colorScheme) => {
      const mails = (await (await fetch(`${system.mailboxOrigin}/api/mails`)).json()) as Mail[];
      const withHtml = mails.findLast(({ html, returnTo }) => html !== '' && returnTo.startsWith('bounce+'));
      const looks = ['text', 'light', 'dark', 'narrow'];
      const addresses = [
        ...['/', `/c/${charity.slug}`, `/sign-in/${charity.slug}`, '/nothing-here', '/curator'].map(
          (path) => system.gatewayOrigin + path,
        ),
        ...['/sign-in', `/sign-in-by-link?token=${'x'.repeat(43)}`, '/sign-in-by-link'].map(
          (path) => system.gatewayOrigin + path,
        ),
        ...['/mail/unsubscribe', `/mail/unsubscribe?token=${charity.charityId}_${'x'.repeat(43)}`].map(
          (path) => system.gatewayOrigin + path,
        ),
        ...['nominate', 'nomination', `nomination?token=${'x'.repeat(43)}`].map(
          (path) => `${system.gatewayOrigin}/c/${charity.slug}/${path}`,
        ),
        ...['/account/connected', '/account/connected?state=a&code=b'].map(
          (path) => system.gatewayOrigin + path,
        ),
        ...['/', `/${charity.handle}`, '/nobody-here'].map((path) => system.sandboxOrigin + path),
        ...['/', `/mail/${mails[0]?.id}`, ...looks.map((look) => `/mail/${withHtml?.id}?as=${look}`)].map(
          (path) => system.mailboxOrigin + path,
        ),
      ];
      const context = await browser.newContext({ colorScheme, viewport });
      expect(await barriersOn(context, addresses)).toEqual(nothingOn(addresses));
      await context.close();
    },
    150_000,
  );

  it.each([
    { as: 'curator', lands: '/curator', sees: 'Your page', reads: 'Green smoothie', links: null },
    {
      as: 'staff',
      lands: '/manager',
      sees: 'The weekend',
      reads: 'robin.the.curator@example.org',
      links: 'The audit',
    },
  ] as const)(
    'signing in by keyboard alone leads a $as to $lands, which stands in nobody’s way',
    async ({ as, lands, sees, reads, links }) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const onCodePage: string[] = [];
      await signIn(page, as, { onCodePage: async () => void onCodePage.push(...(await findBarriers(page))) });
      expect(onCodePage).toEqual([]);
      const { origin, pathname } = new URL(page.url());
      expect([origin, pathname]).toEqual([system.gatewayOrigin, lands]);
      expect(await page.locator('h1').textContent()).toBe(sees);
      expect(await page.locator('main').textContent()).toContain(reads);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        expect(await findBarriers(page)).toEqual([]);
      }
      const ofCurators = ['/curator/part', '/curator/pass-the-baton'];
      const own = ['/your-sign-in', ...(as === 'staff' ? ['/confirm-it-is-you'] : ofCurators)].map(
        (path) => system.gatewayOrigin + path,
      );
      expect(await barriersOn(context, own)).toEqual(nothingOn(own));
      if (links) {
        await page.getByRole('link', { name: links }).click();
        expect(await findBarriers(page)).toEqual([]);
        await page.getByRole('button', { name: 'Prove that it is whole' }).click();
        expect(await page.locator('h1').textContent()).toContain('is whole');
        expect(await findBarriers(page)).toEqual([]);
      }
      await context.close();
    },
  );

  it('an applicant reads how it stands, answers and takes everything back, by the link in a mail', async () => {
    const link = await applyForLink(system, charity);
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const looksFine = async (name: string): Promise<void> => {
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        expect(await findBarriers(page)).toEqual([]);
      }
      await look(page, name);
    };
    await page.goto(link);
    await looksFine('own-application');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('nothing to send yet');
    await looksFine('own-application-empty');
    await page.getByLabel('Write to the team').fill('The weekend in spring.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await page.locator('main').textContent()).toContain('The weekend in spring.');
    await looksFine('own-application-answered');
    await page.getByRole('link', { name: 'Send me a new link' }).click();
    await looksFine('own-application-link');
    await page.goto(link);
    await page.getByRole('link', { name: 'Take my application back' }).click();
    await looksFine('own-application-withdrawal');
    await page.getByRole('button', { name: /Yes, take it back/ }).click();
    expect(await page.locator('h1').textContent()).toContain('gone');
    await looksFine('own-application-gone');
    await page.goto(link);
    expect(await page.locator('main').textContent()).toContain('does not work any more');
    await looksFine('own-application-over');
    await context.close();
  });

  it('a curator tries posting where nobody sees it, on a phone, in light and dark', async () => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await signIn(page, 'curator');
    await page.goto(`${system.gatewayOrigin}/curator/rehearsal`);
    const main = page.locator('main');
    expect(await main.textContent()).toContain('nobody sees it');
    await look(page, 'rehearsal-empty');
    await rehearse(page);
    expect(await main.textContent()).toContain('Ring me on 07700 900123');
    for (const words of [
      'Kettle or pot?',
      'left to the team',
      'answered',
      'X counts 14 characters',
      'Deleted by its author',
    ]) {
      expect(await main.textContent()).toContain(words);
    }
    expect(await page.getByRole('img', { name: 'A red mug, steaming' }).first().isVisible()).toBe(true);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await findBarriers(page)).toEqual([]);
      await look(page, `rehearsal-${colorScheme}`);
    }
    await page.getByRole('button', { name: 'Erase it and begin again' }).click();
    expect(await main.textContent()).toContain('It is empty');
    await context.close();
  });

  it('somebody on call sees who may need help, and stops everything with one press, on a phone', async () => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await signIn(page, 'staff');
    await look(page, 'manager');
    expect(await page.locator('main').textContent()).toContain('Somebody may need help (1)');
    expect(await page.content()).not.toContain('Another bad night');
    await page.getByRole('button', { name: 'Show me the words' }).first().click();
    expect(await page.getByText('Another bad night').first().isVisible()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have seen to them' }).click();
    expect(await page.locator('main').textContent()).toContain('Nobody is waiting for you');
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await page.locator('h1').textContent()).toContain('paused, nothing goes out');
    expect(await findBarriers(page)).toEqual([]);
    await look(page, 'proof');
    await page.getByRole('link', { name: 'Back to the weekend' }).click();
    await page.getByRole('button', { name: 'Hand the account back' }).click();
    expect(new URL(page.url()).pathname).toBe('/confirm-it-is-you');
    await context.close();
  });

  const curatorPaths = ['', '/advice', '/advice/1', '/agreement', '/consent', '/first-post', '/buddies'];

  it('somebody new prepares by the buttons of their list, on pages that stand in nobody’s way', async () => {
    const email = await acceptSomebodyNew(system, charity);
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await signIn(page, 'curator', { email });
    const addresses = curatorPaths.map((path) => `${system.gatewayOrigin}/curator${path}`);
    for (const colorScheme of schemes)
      expect(await barriersOn(context, addresses, colorScheme)).toEqual(nothingOn(addresses));
    const by = { page, origin: system.gatewayOrigin, charity, other: takeover.curator };
    await readTheAdvice(by);
    await agreeToWhatIsInForce(by);
    await tryAPost(by);
    await writeToABuddy(by);
    await context.close();
  }, 120_000);
});

/** Everything there is to try, by its buttons; what is not taken stays in the composer. */
async function rehearse(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  await press('Try it');
  expect(await page.getByRole('alert').textContent()).toContain('Please write something first');
  await page.getByLabel('Your post').fill('Good morning!');
  await press('Add a post to the thread');
  await page.getByLabel('Post 2 of the thread').fill('And a second thought.');
  await press('Try it');
  await page.getByLabel('Your post').fill('Kettle or pot?');
  await page.getByText('With a poll').click();
  await page.getByLabel('Choice 1').fill('Kettle');
  await press('Try it');
  expect(await page.getByRole('alert').textContent()).toContain('The choices must be at least two');
  await page.getByLabel('Choice 2').fill('Pot');
  await press('Try it');
  await page.getByLabel('Your post').fill('My morning');
  await page.getByText('With a picture').click();
  await page.getByLabel('Use the practice picture').check();
  await page.getByLabel('Describe it').fill('A red mug, steaming');
  await press('Try it');
  await press('Undo');
  await page.getByRole('link', { name: 'Answer it' }).first().click();
  await page.getByLabel('Your answer').fill('Thank you! Ring me on 07700 900123');
  await press('Try it');
  await press('Leave it to the team');
  await page.getByLabel('Your post').fill(`${'A very long thought. '.repeat(20)}`);
  await press('Try it');
  expect(await page.getByRole('alert').textContent()).toContain('cannot go out as it is');
  expect(await page.getByLabel('Your post').inputValue()).toContain('A very long thought.');
}

/** Keeps a picture of a page for whoever wants to look: `PICTURES=<folder>`. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
