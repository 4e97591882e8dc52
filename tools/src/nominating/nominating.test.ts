import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listTakeovers, viewNomination } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithEverything, charityWithEverything } from '../access/charity-with-everything.js';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { textsMailed } from '../story/people.js';
import { waitFor } from '../story/wait-for.js';

const slug = 'finch';
const typed = { email: 'nele@nominees.example', greeting: 'Nele' };

describe('suggesting somebody, on pages without a script', () => {
  let folder: string;
  let system: RunningSystem;
  let charity: CharityWithEverything;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-nominating-'));
    await chmod(folder, 0o755);
    const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
    system = await startStack({ dataDir: folder, analystFeed: 'nominating-test', env });
    charity = await charityWithEverything(system, { word: slug, isOver: true });
  }, 150_000);
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const asCurator = () => ({ authorization: `Bearer ${charity.curator.token}` });
  const look = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(system.gatewayOrigin + path, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  };
  const send = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(system.gatewayOrigin + path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
    };
  };
  const idIn = (page: string): string => /name="nominationId" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const suggest = async (who: Record<string, string>) => {
    const path = `/c/${slug}/nominate`;
    return send(path, { nominationId: idIn((await look(path)).text), ...who });
  };
  const linkTo = (email: string): Promise<string> =>
    waitFor('the mail to whoever was suggested', 15_000, async () => {
      const [text = ''] = await textsMailed(system, email);
      return /https?:\/\/\S+(\/c\/\S+\/nomination\?token=\S+)/.exec(text)?.[1];
    });
  const tokenOf = (link: string): string =>
    new URL(link, system.gatewayOrigin).searchParams.get('token') ?? '';
  const stateOf = async (link: string) => {
    const opening = { charityId: charity.charityId, token: tokenOf(link) };
    return (await charity.curator.does(viewNomination, opening)).state;
  };

  it('is led to from the charity’s page, and keeps what was typed where something is wrong with it', async () => {
    expect((await look(`/c/${slug}`)).text).toContain(`href="/c/${slug}/nominate"`);
    const { status, text } = await suggest({ email: 'nele at home', greeting: 'Buy at evil.example' });
    expect(status).toBe(422);
    expect(text.match(/role="alert"/g)).toHaveLength(2);
    expect(text).toContain('value="nele at home"');
    expect(text).toContain('value="Buy at evil.example"');
  });

  it('leads whoever wants to see more to the form, with the nomination along, and changes nothing before', async () => {
    const { status, text } = await suggest(typed);
    expect([status, text]).toEqual([200, expect.stringContaining('<h1>Thank you</h1>')]);
    const link = await linkTo(typed.email);
    for (const _scanner of [1, 2])
      expect((await look(link)).text).toContain('Hello Nele, somebody thought of you');
    expect(await stateOf(link)).toBe('asked');
    const token = tokenOf(link);
    expect(await send(`/c/${slug}/nomination`, { token, answer: 'showMe' })).toMatchObject({
      status: 303,
      location: `/c/${slug}/take-over?nomination=${token}`,
    });
    expect(await stateOf(link)).toBe('agreed');
    const onward = await fetch(`${system.gatewayOrigin}/c/${slug}/take-over?nomination=${token}`);
    expect(await onward.text()).toContain(`name="nomination" value="${token}"`);
  });

  it('says the same of a link that is used up, one that never was and one that is not whole', async () => {
    await suggest({ ...typed, email: 'nils@nominees.example' });
    const link = await linkTo('nils@nominees.example');
    const no = await send(`/c/${slug}/nomination`, { token: tokenOf(link), answer: 'no' });
    expect(no.text).toContain('we never ask you again');
    const used = await look(link);
    expect(used.status).toBe(410);
    expect(used.text).toContain('role="alert"');
    expect(await look(`/c/${slug}/nomination?token=${'x'.repeat(43)}`)).toEqual(used);
    expect(await look(`/c/${slug}/nomination?token=half`)).toEqual(used);
  });

  it('is passing the baton for who has had the account, from their own page', async () => {
    const path = '/curator/pass-the-baton';
    const { text } = await look(path, asCurator());
    const form = { nominationId: idIn(text), email: 'nora@nominees.example', greeting: 'Nora' };
    const signedOut = await send(path, form);
    expect(signedOut.text).toContain('value="nora@nominees.example"');
    expect((await send(path, form, asCurator())).text).toContain('<h1>Thank you</h1>');
    expect((await look(await linkTo(form.email))).text).toContain('Somebody who had the account before');
  });

  it('has a certificate for a takeover that is over, with the pen name or one that is typed', async () => {
    const { takeovers } = await charity.curator.does(listTakeovers, { charityId: charity.charityId });
    const over = takeovers.find(({ state }) => state === 'closed');
    const path = `/curator/certificate/${over?.takeoverId}`;
    expect((await look('/curator/part', asCurator())).text).toContain(`href="${path}"`);
    const { status, text } = await look(path, asCurator());
    expect([status, text]).toEqual([200, expect.stringContaining(`<p class="name">${slug} Robin</p>`)]);
    expect(text).toContain('@page { size: landscape');
    const named = await send(path, { name: 'Ada <Lovelace>' }, asCurator());
    expect(named.text).toContain('<p class="name">Ada &lt;Lovelace&gt;</p>');
    expect((await look(path)).status).toBe(401);
  });

  it('takes “not now” and “I am back”, and keeps a day that cannot be', async () => {
    const wrong = await send('/curator/pause', { until: '2020-02-02' }, asCurator());
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('value="2020-02-02"')]);
    expect(await send('/curator/pause', { until: '' }, asCurator())).toMatchObject({ status: 303 });
    expect((await look('/curator/part', asCurator())).text).toContain('You said: not now');
    expect(await send('/curator/return', {}, asCurator())).toMatchObject({ status: 303 });
    expect((await look('/curator/part', asCurator())).text).toContain('<h2>Not now</h2>');
  });
});
