import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBarriers } from '../browser/find-barriers.js';
import { findChromium, quietFlags } from '../browser/find-chromium.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { type CallToOpen, CharityWithCalls } from './charity-with-calls.js';

const executablePath = findChromium();
if (!executablePath)
  console.log('The form is not looked at: there is no Chromium here. Set CHROMIUM_PATH or install chromium.');
const describeInBrowser = executablePath ? describe : describe.skip;

const pets = [
  { value: 'no', label: 'No' },
  { value: 'dog', label: 'With a dog' },
];
const questions: CallToOpen['questions'] = [
  { questionId: 'pets', kind: 'choice', label: 'Do you live with animals?', options: pets, required: true },
  {
    ...{ questionId: 'vet', kind: 'consent', label: 'May we ask its vet?' },
    onlyIf: { questionId: 'pets', isOneOf: ['dog'] },
  },
  {
    ...{ questionId: 'vet-name', kind: 'text', label: 'What is the vet called?', required: true },
    onlyIf: { questionId: 'vet', isOneOf: [true] },
  },
  {
    ...{ questionId: 'tired', kind: 'scale', label: 'How tired are you?', from: 0, to: 10 },
    ...{ lowest: 'not at all', highest: 'very', help: 'As of today.' },
  },
  { questionId: 'since', kind: 'date', label: 'Since when?', earliest: '1950-01-01' },
  { questionId: 'hopes', kind: 'text', label: 'What do you hope for?', long: true },
];
const cy = { title: 'Cymerwch drosodd', invitation: 'Dewch i ymuno.', consentText: 'Rwy’n cytuno.' };

describeInBrowser('the form of a call, on the narrowest phone', () => {
  let folder: string;
  let system: RunningSystem;
  let browser: Browser;
  let charity: CharityWithCalls;
  let callId: CallId;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-form-'));
    await chmod(folder, 0o755);
    system = await startStack({ dataDir: folder, analystFeed: 'form-test', env: quickClocks });
    charity = await CharityWithCalls.open(system, 'shine-ms');
    callId = await charity.call({ questions, translations: { cy } });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietFlags] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const openForm = async (colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 720 } });
    const page = await context.newPage();
    await page.goto(`${system.gatewayOrigin}/c/shine-ms/calls/${callId}`);
    return page;
  };
  const fillIn = async (page: Page) => {
    await page.getByLabel('A name to go by here').fill('Robin');
    await page.getByRole('radio', { name: 'No', exact: true }).first().check();
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.getByLabel('Your e-mail address').fill('ada@example.org');
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByLabel('I have read this and agree').check();
  };

  it.each(['light', 'dark'] as const)('stands in nobody’s way, in %s', async (colorScheme) => {
    const page = await openForm(colorScheme);
    expect(await findBarriers(page)).toEqual([]);
    await look(page, `form-${colorScheme}`);
    await fillIn(page);
    await page.getByLabel('Your e-mail address').fill('ada@example');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await page.locator('#email-problem').textContent()).toContain('name@example.org');
    expect(await findBarriers(page)).toEqual([]);
    await look(page, `form-wrong-${colorScheme}`);
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    expect(await page.locator('h1').textContent()).toBe('It is saved');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'saved?token=' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on with your form' }).click();
    expect(await page.getByLabel('A name to go by here').inputValue()).toBe('Robin');
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });

  it('shows a question only where it is to be asked, without a script, and takes the form as it is seen', async () => {
    const page = await openForm();
    const vet = page.getByText('May we ask its vet?');
    const vetName = page.getByLabel('What is the vet called?');
    expect([await vet.isVisible(), await vetName.isVisible()]).toEqual([false, false]);
    await page.getByLabel('With a dog').check();
    expect([await vet.isVisible(), await vetName.isVisible()]).toEqual([true, false]);
    await page.getByRole('group', { name: 'May we ask its vet?' }).getByLabel('Yes').check();
    expect(await vetName.isVisible()).toBe(true);
    await page.getByRole('group', { name: 'animals' }).getByLabel('No', { exact: true }).check();
    expect([await vet.isVisible(), await vetName.isVisible()]).toEqual([false, false]);
    expect(await page.getByLabel('Leave this empty').count()).toBe(1);
    await page.getByLabel('A name to go by here').fill('Robin');
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.getByLabel('Your e-mail address').fill('ada@example.org');
    await page.getByRole('group', { name: '18 or older' }).getByLabel('Yes').check();
    await page.getByLabel('I have read this and agree').check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await page.locator('h1').textContent()).toBe('Thank you. We have it.');
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });

  it('stands in nobody’s way in Welsh, and where nobody is asked for', async () => {
    const page = await openForm();
    await page.getByRole('link', { name: 'Darllenwch hwn yn Gymraeg' }).click();
    expect(await page.locator('h1').textContent()).toBe(cy.title);
    expect(await findBarriers(page)).toEqual([]);
    await CharityWithCalls.open(system, 'quiet-ms');
    await page.goto(`${system.gatewayOrigin}/c/quiet-ms/take-over`);
    expect(await findBarriers(page)).toEqual([]);
    await page.context().close();
  });
});

/** Keeps a picture of a page for whoever wants to look: `PICTURES=<folder>`. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
