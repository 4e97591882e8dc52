import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import type { TakeoverBooked } from '../story/story-world.js';
import { findBarriers } from './find-barriers.js';
import { findChromium, quietFlags } from './find-chromium.js';
import { type CharityWithCall, playUntilMidWeekend } from './mid-weekend.js';
import { agreeToWhatIsInForce, readTheAdvice, writeToABuddy } from './prepare-by-hand.js';
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

  it.each(schemes)('those for everybody stand in nobody’s way (%s)', async (colorScheme) => {
    const mails = (await (await fetch(`${system.mailboxOrigin}/api/mails`)).json()) as { id: string }[];
    const addresses = [
      ...['/', `/c/${charity.slug}`, `/sign-in/${charity.slug}`, '/nothing-here', '/curator'].map(
        (path) => system.gatewayOrigin + path,
      ),
      ...['/sign-in', `/sign-in-by-link?token=${'x'.repeat(43)}`, '/sign-in-by-link'].map(
        (path) => system.gatewayOrigin + path,
      ),
      ...['/account/connected', '/account/connected?state=a&code=b'].map(
        (path) => system.gatewayOrigin + path,
      ),
      ...['/', `/${charity.handle}`, '/nobody-here'].map((path) => system.sandboxOrigin + path),
      ...['/', `/mail/${mails[0]?.id}`].map((path) => system.mailboxOrigin + path),
    ];
    const context = await browser.newContext({ colorScheme, viewport });
    expect(await barriersOn(context, addresses)).toEqual(nothingOn(addresses));
    await context.close();
  });

  it.each([
    { as: 'curator', lands: '/curator', sees: 'Your page', reads: 'Green smoothie', links: null },
    {
      as: 'staff',
      lands: '/manager',
      sees: 'The weekend',
      reads: 'robin.the.curator@example.org',
      links: 'The audit: who did what',
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
      const own = ['/your-sign-in', ...(as === 'staff' ? ['/confirm-it-is-you'] : [])].map(
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
    await writeToABuddy(by);
    await context.close();
  }, 120_000);
});

/** Keeps a picture of a page for whoever wants to look: `PICTURES=<folder>`. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
