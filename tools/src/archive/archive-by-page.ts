import { listArchive } from '@baton/contracts';
import { beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CharityWithEverything } from '../access/charity-with-everything.js';
import type { Stage } from '../browser/describe-pages.js';
import { OnAPhone } from '../browser/on-a-phone.js';
import type { RunningSystem } from '../stack/start-stack.js';
import { Person } from '../story/people.js';
import { waitFor } from '../story/wait-for.js';

/** The archive by page: by keyboard, on the narrowest phone, in light and dark. */
export function archiveByPage(at: Stage): void {
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithEverything;
  let entryPath: string;
  beforeAll(async () => {
    ({ system, browser, charity } = at());
    const visitor = new Person(system.gatewayOrigin);
    const [entry] = await waitFor('the weekend in the archive', 30_000, async () => {
      const { entries } = await visitor.does(listArchive, { charityId: charity.charityId });
      return entries.length > 0 ? entries : undefined;
    });
    entryPath = `/c/otter/archive/${entry?.takeoverId}`;
  });

  const get = (path: string) => fetch(system.gatewayOrigin + path);

  it('anybody finds a weekend by a word, reads it, and sees its picture, with nothing loaded from elsewhere', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, undefined);
    const loaded: string[] = [];
    phone.page.on('request', (request) => void loaded.push(request.url()));
    await phone.go('/c/otter', 'archive-charity');
    await phone.follow('What curators have shared: the archive', 'archive-list');
    await phone.page.getByLabel('Words, or a name').fill('zebra');
    await phone.press('Look', 'archive-nothing');
    expect(await phone.words()).toContain('Nothing was found');
    await phone.page.getByLabel('Words, or a name').fill('GARD');
    await phone.press('Look', 'archive-found');
    await phone.follow(/^otter Robin, /, 'archive-entry');
    expect(await phone.title()).toBe('otter Robin');
    expect(await phone.words()).toContain('Tea in the otter garden');
    const picture = phone.page.locator('main img').first();
    await picture.scrollIntoViewIfNeeded();
    await phone.page.waitForFunction('document.querySelector("main img").naturalWidth > 0');
    expect(await picture.getAttribute('alt')).toBe('otter picture');
    expect(loaded.filter((address) => !address.startsWith(system.gatewayOrigin))).toEqual([]);
    expect(await phone.page.locator('meta[property="og:title"]').getAttribute('content')).toContain(
      'otter Robin',
    );
    await phone.close();
  });

  it('a feed reader gets feeds that parse, and nobody in between keeps any of it', async () => {
    const page = await browser.newPage();
    const atom = await get('/c/otter/archive.atom');
    const parsed = await page.evaluate(
      `(() => { const feed = new DOMParser().parseFromString(${JSON.stringify(await atom.text())}, 'application/xml');
        return [feed.querySelectorAll('parsererror').length, feed.querySelectorAll('entry').length,
                feed.querySelector('entry link').getAttribute('href')]; })()`,
    );
    expect(parsed).toEqual([0, 1, expect.stringContaining(entryPath)]);
    const json = await get('/c/otter/archive.json');
    expect(await json.json()).toMatchObject({ items: [{ authors: [{ name: 'otter Robin' }] }] });
    const answers = await Promise.all(['/c/otter/archive', entryPath].map(get));
    expect([atom, json, ...answers].map(({ headers }) => headers.get('cache-control'))).toEqual(
      Array.from({ length: 4 }, () => 'no-store'),
    );
    await page.close();
  });

  it('what cannot be asked for is answered in words', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, undefined);
    await phone.go('/c/otter/archive?year=soon&q=tea', 'archive-bad-year');
    expect(await phone.alert()).toContain('could not be looked for');
    await phone.go(`/c/otter/archive?q=${'x'.repeat(300)}`, 'archive-long');
    const missing = [
      '/c/otter/archive/nothing',
      '/c/nobody/archive',
      `${entryPath}/pictures/${entryPath.slice(-36)}`,
    ];
    expect(await Promise.all(missing.map(async (path) => (await get(path)).status))).toEqual([404, 404, 404]);
    expect((await get('/c/otter/archive?after=2026-01-01T00:00:00Z_x')).status).toBe(200);
    await phone.close();
  });

  it('a manager takes a weekend out, having said why, and puts it back', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.team.manager.token);
    await phone.go('/c/otter/archive-review', 'archive-team');
    await phone.follow(/^otter Robin, /, 'archive-team-entry');
    const open = () => phone.page.locator('summary').first().press('Enter');
    await open();
    await phone.press('Take the whole weekend out', 'archive-team-refused');
    expect(await phone.alert()).toContain('Please write down why');
    await open();
    await phone.page.getByLabel(/^Why does the whole weekend/).fill('Somebody is named in it.');
    await phone.carry(undefined);
    await phone.press('Take the whole weekend out', 'archive-team-signed-out');
    await phone.carry(charity.team.manager.token);
    await phone.press('Send it again', 'archive-team-out');
    expect(await phone.words()).toContain('Why: Somebody is named in it.');
    expect((await get(entryPath)).status).toBe(404);
    await phone.press('Put the whole weekend back', 'archive-team-back');
    expect((await get(entryPath)).status).toBe(200);
    await phone.close();
  });

  it('a curator takes out a picture, and then everything; a second later nobody sees it', async () => {
    const phone = await OnAPhone.open(browser, system.gatewayOrigin, charity.curator.token);
    await phone.go('/curator/archive', 'archive-curator');
    await phone.follow(/^otter Robin, /, 'archive-curator-entry');
    const [picturePath] =
      /\/c\/otter\/archive\/[\w-]+\/pictures\/[\w-]+/.exec(await (await get(entryPath)).text()) ?? [];
    const tag = (await get(picturePath ?? '')).headers.get('etag') ?? '';
    const again = () => fetch(system.gatewayOrigin + picturePath, { headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    await phone.page.getByText('Take this picture out').first().press('Enter');
    await phone.press('Take this picture out', 'archive-curator-picture');
    expect((await again()).status).toBe(404);
    await phone.go('/curator/archive', 'archive-curator-again');
    await phone.press('Take my weekends off the page', 'archive-curator-no');
    const isGone = async () => ((await get(entryPath)).status === 404 ? true : undefined);
    await waitFor('the weekend to be gone', 5_000, isGone);
    expect(await (await get('/c/otter/archive')).text()).toContain('No weekend stands here yet.');
    await phone.press('Yes, my weekends may stay', 'archive-curator-yes');
    await waitFor('the weekend to be back', 10_000, async () =>
      (await get(entryPath)).status === 200 ? true : undefined,
    );
    expect((await again()).status).toBe(404);
    await phone.close();
  });
}
