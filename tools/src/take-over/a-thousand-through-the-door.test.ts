import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listApplications } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { fresh } from '../story/story-world.js';
import { CharityWithCalls } from './charity-with-calls.js';
import { FormInBrowser, hiddenIn } from './form-in-browser.js';

const people = 1_000;
const atOnce = 20;
/** So many share one address: a hospital, or a telephone network. */
const behindOneAddress = 100;
const perMinute = 60;

describe('a thousand people who press the button within a minute', () => {
  let folder: string;
  let system: RunningSystem;
  let charity: CharityWithCalls;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-thousand-'));
    await chmod(folder, 0o755);
    const env = { ...quickClocks, ANYONE_PER_MINUTE: String(perMinute), TRUST_PROXY: 'true' };
    system = await startStack({ dataDir: folder, analystFeed: 'thousand-test', env });
    charity = await CharityWithCalls.open(system, 'shine-ms');
  }, 60_000);
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const addressOf = (person: number): string =>
    person < behindOneAddress ? '192.0.2.1' : `198.51.${100 + Math.floor(person / 250)}.${person % 250}`;
  const aForm = (person: number, hidden: Record<string, string>) => ({
    ...hidden,
    applicationId: fresh<string>(),
    ...{ penName: `Person ${person}`, identityLevel: 'anonymous', name: `Name ${person}`, phone: '' },
    email: `person.${person}@example.org`,
    about: `What person ${person} tells about themself.`,
    ...{ ofAge: 'yes', agreed: 'yes' },
  });
  const everybody = async (): Promise<string[]> => {
    const { charityId } = charity;
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await charity.owner.does(listApplications, { charityId, limit: 200, cursor });
      ids.push(...page.applications.map(({ applicationId }) => applicationId));
      cursor = page.next ?? undefined;
    } while (cursor);
    return ids;
  };

  it('are each thanked, or shown their own form again with a button; nothing is lost or taken twice', async () => {
    const path = `/c/${charity.slug}/calls/${await charity.call()}`;
    const browser = new FormInBrowser(system.gatewayOrigin);
    const { text } = await browser.look(path);
    const forms = Array.from({ length: people }, (_, person) => aForm(person, hiddenIn(text)));
    const again: Record<string, string>[] = [];
    const thanked: string[] = [];
    const others: unknown[] = [];
    const waiting = forms.entries();
    const began = Date.now();
    const worker = async () => {
      for (const [person, form] of waiting) {
        const shown = await browser.send(path, new URLSearchParams(form), addressOf(person));
        if (shown.text.includes('Thank you. We have it.')) thanked.push(form.applicationId);
        else if (shown.status === 429) {
          expect(hiddenIn(shown.text)).toEqual(form);
          again.push(hiddenIn(shown.text));
        } else others.push([shown.status, shown.text]);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(others).toEqual([]);
    expect(again.length).toBeGreaterThan(0);
    // Who was to wait presses the button of that page, from elsewhere, for no test waits a minute.
    for (const [at, fields] of again.entries()) {
      const shown = await browser.send(path, new URLSearchParams(fields), `203.0.113.${at}`);
      if (shown.text.includes('Thank you. We have it.')) thanked.push(fields['applicationId'] ?? '');
    }
    const sent = forms.map(({ applicationId }) => applicationId).sort();
    expect(thanked.toSorted()).toEqual(sent);
    expect((await everybody()).sort()).toEqual(sent);
  }, 180_000);
});
