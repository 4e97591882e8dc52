import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { type CharityWithEverything, charityWithEverything } from '../access/charity-with-everything.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { findChromium, quietFlags } from './find-chromium.js';
import { OnAPhone } from './on-a-phone.js';

/** What the tests of an area look at; there once they run. */
export interface PagesOnStage {
  readonly system: RunningSystem;
  readonly browser: Browser;
  readonly charity: CharityWithEverything;
}

export type Stage = () => PagesOnStage;

/** Whoever looks, signed in by the token they carry. */
export const open = ({ browser, system }: PagesOnStage, token: string | undefined): Promise<OnAPhone> =>
  OnAPhone.open(browser, system.gatewayOrigin, token);

/** At once: more keep each other waiting until a takeover of fifteen seconds is over. */
const charitiesAtOnce = 2;

/**
 * Pages, area by area, by keyboard, on the narrowest phone, in light and dark. All areas share one system, which takes longest to
 * start; each has a charity of its own, called by the word under which the area stands here.
 */
export function describePages(title: string, areas: Readonly<Record<string, (at: Stage) => void>>): void {
  const executablePath = findChromium();
  if (!executablePath)
    console.log(
      'The pages are not looked at: there is no Chromium here. Set CHROMIUM_PATH or install chromium.',
    );
  const describeInBrowser = executablePath ? describe : describe.skip;
  describeInBrowser(`${title}: by keyboard, on the narrowest phone, in light and dark`, () => {
    const charities = new Map<string, CharityWithEverything>();
    let folder: string;
    let system: RunningSystem | undefined;
    let browser: Browser | undefined;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'baton-pages-'));
      await chmod(folder, 0o755);
      const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
      system = await startStack({ dataDir: folder, analystFeed: 'pages-test', env });
      for (const word of await bringAboard(system, Object.keys(areas))) charities.set(...word);
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietFlags] });
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      await system?.stop();
      await rm(folder, { recursive: true, force: true });
    }, 30_000);

    for (const [word, area] of Object.entries(areas))
      describe(word, () =>
        area(() => {
          const charity = charities.get(word);
          if (!system || !browser || !charity) throw new Error('the system did not start');
          return { system, browser, charity };
        }),
      );
  });
}

async function bringAboard(
  system: RunningSystem,
  words: readonly string[],
): Promise<[string, CharityWithEverything][]> {
  const aboard: [string, CharityWithEverything][] = [];
  for (let from = 0; from < words.length; from += charitiesAtOnce) {
    const some = words.slice(from, from + charitiesAtOnce).map(async (word) => {
      const charity = await charityWithEverything(system, { word, isOver: true });
      return [word, charity] satisfies [string, CharityWithEverything];
    });
    aboard.push(...(await Promise.all(some)));
  }
  return aboard;
}
