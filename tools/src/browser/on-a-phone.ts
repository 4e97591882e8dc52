import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBarriers, findBarriersInColours } from './find-barriers.js';

const narrowest = { width: 320, height: 720 };

/** Whoever looks at pages on the narrowest phone, signed in by the token they carry. */
export class OnAPhone {
  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  static async open(browser: Browser, origin: string, token: string | undefined): Promise<OnAPhone> {
    const context = await browser.newContext({
      viewport: narrowest,
      ...(token && { extraHTTPHeaders: { authorization: `Bearer ${token}` } }),
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return new OnAPhone(page, origin);
  }

  /** What they carry is worth nothing any more; undefined: nothing is carried. */
  async carry(token: string | undefined): Promise<void> {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    await this.page.context().setExtraHTTPHeaders(headers);
  }

  async go(path: string, shownAs?: string): Promise<void> {
    await this.page.goto(this.origin + path);
    if (shownAs) await this.isFine(shownAs);
  }

  /** By keyboard: the button has the focus and Enter is pressed. */
  async press(name: string | RegExp, shownAs?: string): Promise<void> {
    const button = this.page.getByRole('button', { name }).first();
    await button.focus();
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')]);
    if (shownAs) await this.isFine(shownAs);
  }

  async follow(name: string | RegExp, shownAs?: string): Promise<void> {
    const link = this.page.getByRole('link', { name }).first();
    await link.focus();
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')]);
    if (shownAs) await this.isFine(shownAs);
  }

  async unfold(summary: string | RegExp): Promise<void> {
    await this.page.locator('summary', { hasText: summary }).first().press('Enter');
  }

  /** The session ends before somebody presses; they sign in again, and send once more what was kept for them. */
  async pressAfterTheSession(name: string | RegExp, token: string | undefined): Promise<void> {
    await this.carry(undefined);
    await this.press(name);
    expect(await this.alert()).toContain('signed out');
    await this.carry(token);
    await this.press('Send it again');
  }

  async words(): Promise<string> {
    return (await this.page.locator('main').textContent()) ?? '';
  }

  async alert(): Promise<string> {
    return (await this.page.getByRole('alert').first().textContent()) ?? '';
  }

  async title(): Promise<string> {
    return (await this.page.locator('h1').textContent()) ?? '';
  }

  /** Nothing stands in anybody’s way, in light and dark. With `PICTURES=<folder>` it is kept for whoever wants to look. */
  async isFine(name: string): Promise<void> {
    await this.page.emulateMedia({ colorScheme: 'light' });
    const inLight = await findBarriers(this.page);
    await this.page.emulateMedia({ colorScheme: 'dark' });
    const barriers = { inLight, inDark: await findBarriersInColours(this.page) };
    expect({ name, ...barriers }).toEqual({ name, inLight: [], inDark: [] });
    const folder = process.env['PICTURES'];
    if (!folder) return;
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280]) {
        await this.page.emulateMedia({ colorScheme });
        await this.page.setViewportSize({ width, height: 800 });
        const path = join(folder, `${name.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`);
        await this.page.screenshot({ path, fullPage: true });
      }
    await this.page.setViewportSize(narrowest);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
