import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { charityWithEverything } from '../access/charity-with-everything.js';
import { findChromium, quietFlags } from '../browser/find-chromium.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { answersThatWait } from './answers-that-wait.js';
import type { PagesOnStage } from './pages-on-stage.js';
import { whatCuratorsDo } from './what-curators-do.js';
import { whatTheTeamDoes } from './what-the-team-does.js';

const executablePath = findChromium();
if (!executablePath)
  console.log(
    'The pages are not looked at: there is no Chromium here. Set CHROMIUM_PATH or install chromium.',
  );
const describeInBrowser = executablePath ? describe : describe.skip;

describeInBrowser('weekends by page: by keyboard, on the narrowest phone, in light and dark', () => {
  let folder: string;
  let system: RunningSystem | undefined;
  let browser: Browser | undefined;
  let stage: PagesOnStage | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-weekends-'));
    await chmod(folder, 0o755);
    const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
    system = await startStack({ dataDir: folder, analystFeed: 'weekends-test', env });
    const charity = await charityWithEverything(system, { word: 'heron', isOver: true });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietFlags] });
    stage = { system, browser, charity };
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);
  const at = (): PagesOnStage => stage ?? fail();

  whatCuratorsDo(at);
  whatTheTeamDoes(at);
  answersThatWait(at);
});

const fail = (): never => {
  throw new Error('the system did not start');
};
