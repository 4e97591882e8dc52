import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallId, closeCall, listApplications, viewApplication } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { textsMailed } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';
import { type CallToOpen, CharityWithCalls, words } from './charity-with-calls.js';
import { FormInBrowser, hiddenIn, typedIn } from './form-in-browser.js';

const questions: CallToOpen['questions'] = [
  {
    questionId: 'pets',
    kind: 'choice',
    label: 'Do you live with animals?',
    options: [
      { value: 'no', label: 'No' },
      { value: 'dog', label: 'With a dog' },
    ],
  },
  {
    questionId: 'dog-name',
    kind: 'text',
    label: 'What is it called?',
    required: true,
    onlyIf: { questionId: 'pets', isOneOf: ['dog'] },
  },
  { questionId: 'tired', kind: 'scale', label: 'How tired?', from: 0, to: 4, lowest: 'not', highest: 'very' },
  { questionId: 'hopes', kind: 'text', label: 'What do you hope for?', long: true },
];
const cy = { title: 'Cymerwch drosodd', invitation: 'Dewch i ymuno.', consentText: 'Rwy’n cytuno.' };

describe('“Take us over”, on pages without a script', () => {
  let folder: string;
  let system: RunningSystem;
  let charity: CharityWithCalls;
  let browser: FormInBrowser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-take-over-'));
    await chmod(folder, 0o755);
    const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
    system = await startStack({ dataDir: folder, analystFeed: 'take-over-test', env });
    charity = await CharityWithCalls.open(system, 'shine-ms');
    browser = new FormInBrowser(system.gatewayOrigin);
  }, 60_000);
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const pathOf = (callId: CallId) => `/c/${charity.slug}/calls/${callId}`;
  const filled = () => ({
    ...{
      penName: 'Robin',
      identityLevel: 'anonymous',
      name: 'Ada Lovelace',
      email: `${fresh()}@example.org`,
    },
    ...{ phone: '', about: 'I like smoothies.', ofAge: 'yes', agreed: 'yes' },
  });
  /** Opens a form, fills it in and sends it. */
  const fillIn = async (callId: CallId, more: Record<string, string>, without: readonly string[] = []) => {
    const { text } = await browser.look(pathOf(callId));
    const fields: Record<string, string> = { ...hiddenIn(text), ...filled(), ...more };
    const sent = new URLSearchParams(Object.entries(fields).filter(([name]) => !without.includes(name)));
    return { sent: fields, ...(await browser.send(pathOf(callId), sent)) };
  };
  const applicationOf = async (applicationId = '') => {
    const { charityId } = charity;
    return charity.owner.does(viewApplication, { charityId, applicationId });
  };

  it('leads from the charity’s page to the one open call, or says when the next one opens', async () => {
    const other = await CharityWithCalls.open(system, 'other-ms');
    const nothing = await browser.look('/c/other-ms/take-over');
    expect(nothing.text).toContain('is not looking for anybody just now');
    const opensAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
    const later = await other.call({ opensAt });
    expect((await browser.look('/c/other-ms/take-over')).text).toMatch(/opens on <time/);
    expect((await browser.look(`/c/other-ms/calls/${later}`)).text).toContain('has not opened yet');
    const only = await other.call();
    expect((await browser.look('/c/other-ms')).text).toContain('href="/c/other-ms/take-over"');
    const forwarded = await browser.look('/c/other-ms/take-over');
    expect([forwarded.status, forwarded.headers.get('location')]).toEqual([303, `/c/other-ms/calls/${only}`]);
    await other.call({ title: 'For young people' });
    expect((await browser.look('/c/other-ms/take-over')).text).toContain('For young people');
  });

  it('takes a form with a charity’s own questions, and thanks for it', async () => {
    const callId = await charity.call({ questions });
    const answers = { 'a.pets': 'dog', 'a.dog-name': 'Rex', 'a.tired': '3', 'a.hopes': 'one\r\ntwo' };
    const { status, text, sent } = await fillIn(callId, answers);
    expect([status, text.includes('Thank you. We have it.')]).toEqual([200, true]);
    const application = await applicationOf(sent['applicationId']);
    expect(application.answers.map(({ words: said }) => said)).toEqual([
      'With a dog',
      'Rex',
      '3',
      'one\ntwo',
    ]);
    expect(application).toMatchObject({ penName: 'Robin', about: 'I like smoothies.' });
  });

  it('says beside each field what is wrong, and keeps everything that was typed', async () => {
    const callId = await charity.call({ questions });
    const long = 'x'.repeat(100_000);
    const wrong = { email: 'nobody', about: 'mine & <b>yours</b>', 'a.hopes': long, penName: '' };
    const { status, text } = await fillIn(callId, wrong, ['agreed', 'ofAge']);
    expect(status).toBe(422);
    for (const field of ['email', 'penName', 'agreed', 'ofAge'])
      expect(text).toContain(`role="alert" id="${field}-problem"`);
    expect(typedIn(text, 'a.hopes')).toBe(long);
    expect(typedIn(text, 'about')).toBe('mine &amp; &lt;b&gt;yours&lt;/b&gt;');
    const again = await fillIn(callId, { 'a.hopes': long, 'a.pets': 'dog' });
    expect(again.text).toContain('Your answer has 100000 characters; 4000 fit.');
    expect(again.text).toContain('role="alert" id="q1-problem"');
    expect(typedIn(again.text, 'a.hopes')).toBe(long);
    expect(again.text).toMatch(/value="dog" checked/);
    expect(again.status).toBe(422);
  });

  it('asks whether mails may show whom they are from, and so does the page behind the link in the first mail', async () => {
    const callId = await charity.call();
    const { sent } = await fillIn(callId, { openMails: 'yes' });
    const link = await waitFor('the first mail', 15_000, async () => {
      const [text = ''] = await textsMailed(system, String(sent['email']));
      return /https?:\/\/[^/]+(\/c\/\S+\/application\?token=\S+)/.exec(text)?.[1];
    });
    const isNeutral = async () => /name="discreet" value="yes" checked/.test((await browser.look(link)).text);
    expect(await isNeutral()).toBe(false);
    const token = link.slice(link.indexOf('=') + 1);
    const wishes = new URLSearchParams({ token, discreet: 'yes', language: 'cy' });
    const path = `/c/${charity.slug}/application/mails`;
    expect((await browser.send(path, wishes)).status).toBe(303);
    expect(await isNeutral()).toBe(true);
    expect((await browser.look(link)).text).toMatch(/value="cy" lang="cy" selected/);
    const half = new URLSearchParams({ token: 'half', language: 'en' });
    expect((await browser.send(path, half)).text).toContain('This link is not whole');
  });

  it('turns a file away kindly, and loses nothing of the rest', async () => {
    const callId = await charity.call({ questions });
    const { text } = await browser.look(pathOf(callId));
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hiddenIn(text), ...filled() })) body.append(name, value);
    body.append('a.hopes', new Blob(['a letter']), 'letter.docx');
    const shown = await browser.send(pathOf(callId), body);
    expect([shown.status, shown.text.includes('A file cannot be sent here')]).toEqual([422, true]);
    expect([typedIn(shown.text, 'about'), typedIn(shown.text, 'name')]).toEqual([
      'I like smoothies.',
      'Ada Lovelace',
    ]);
    body.delete('a.hopes');
    expect((await browser.send(pathOf(callId), body)).text).toContain('Thank you. We have it.');
  });

  it('keeps nothing of somebody who is too young', async () => {
    const callId = await charity.call({ minimumAge: 16 });
    const { text, sent } = await fillIn(callId, { ofAge: 'no' });
    expect(text).toContain('You need to be 16 or older');
    const { applications } = await charity.owner.does(listApplications, { charityId: charity.charityId });
    expect(applications.map((one) => one.applicationId)).not.toContain(sent['applicationId']);
  });

  it('saves a form that is not finished, and goes on with it by its link, which shows nothing by itself', async () => {
    const callId = await charity.call({ questions });
    const email = `${fresh()}@example.org`;
    const typed = { email, name: '', about: 'My relapse began on a Tuesday', mailLink: 'yes', press: 'save' };
    const { text, status } = await fillIn(callId, { ...typed, 'a.pets': 'dog' }, ['agreed']);
    expect([status, text.includes('It is saved')]).toEqual([200, true]);
    const path = /href="[^"]*(\/c\/shine-ms\/saved\?token=[^"]+)"/.exec(text)?.[1] ?? '';
    const mailed = await waitFor('the mail with the link', 15_000, async () => {
      const texts = await textsMailed(system, email);
      return texts.find((one) => one.includes(path));
    });
    expect(mailed).not.toContain('Tuesday');
    const asked = await browser.look(path);
    expect(asked.text).not.toContain('Tuesday');
    const token = new URLSearchParams(path.split('?')[1]).get('token') ?? '';
    const opened = await browser.send(`/c/${charity.slug}/saved`, new URLSearchParams({ token }));
    expect(typedIn(opened.text, 'about')).toBe('My relapse began on a Tuesday');
    expect(opened.text).toMatch(/value="dog" checked/);
    const rest = { ...hiddenIn(opened.text), ...filled(), 'a.pets': 'dog', 'a.dog-name': 'Rex' };
    const sent = await browser.send(pathOf(callId), new URLSearchParams(rest));
    expect(sent.text).toContain('Thank you. We have it.');
    const gone = await browser.send(`/c/${charity.slug}/saved`, new URLSearchParams({ token }));
    expect([gone.status, gone.text.includes('Begin a new form')]).toEqual([410, true]);
    const unknown = new URLSearchParams({ token: 'nonsense' });
    expect((await browser.send(`/c/${charity.slug}/saved`, unknown)).text).toBe(gone.text);
  });

  const linkIn = (text: string) => /href="[^"]*(\/c\/shine-ms\/saved\?token=[^"]+)"/.exec(text)?.[1] ?? '';
  const comeBack = (path: string) => {
    const token = new URLSearchParams(path.split('?')[1]).get('token') ?? '';
    return browser.send(`/c/${charity.slug}/saved`, new URLSearchParams({ token }));
  };

  it('keeps nothing of somebody who saved their form and then turns out to be too young', async () => {
    const callId = await charity.call();
    const saved = await fillIn(callId, { press: 'save' }, ['agreed', 'ofAge']);
    const opened = await comeBack(linkIn(saved.text));
    const fields = { ...hiddenIn(opened.text), ...filled(), ofAge: 'no' };
    const told = await browser.send(pathOf(callId), new URLSearchParams(fields));
    expect(told.text).toContain('Nothing you typed was sent or kept');
    expect((await comeBack(linkIn(saved.text))).status).toBe(410);
    const other = await fillIn(callId, { press: 'save' }, ['agreed', 'ofAge']);
    const back = { ...other.sent, press: '', ofAge: 'no' };
    expect((await browser.send(pathOf(callId), new URLSearchParams(back))).text).toContain('or kept');
    expect((await comeBack(linkIn(other.text))).status).toBe(410);
  });

  it('saves what somebody went back and changed as another form, and keeps the first', async () => {
    const callId = await charity.call();
    const { text, sent } = await fillIn(callId, { press: 'save', about: 'First.' });
    const changed = new URLSearchParams({ ...sent, about: 'Second.' });
    const again = await browser.send(pathOf(callId), changed);
    expect([again.status, again.text.includes('It is saved')]).toEqual([200, true]);
    const kept = await Promise.all([text, again.text].map((page) => comeBack(linkIn(page))));
    expect(kept.map((page) => typedIn(page.text, 'about'))).toEqual(['First.', 'Second.']);
  });

  it('offers to save a form whose call has closed meanwhile', async () => {
    const callId = await charity.call();
    const { text } = await browser.look(pathOf(callId));
    const fields = { ...hiddenIn(text), ...filled() };
    await charity.owner.does(closeCall, { charityId: charity.charityId, callId });
    const refused = await browser.send(pathOf(callId), new URLSearchParams(fields));
    expect(refused.text).toContain('This call has closed. You can save what you typed');
    const saved = new URLSearchParams({ ...fields, press: 'save' });
    expect((await browser.send(pathOf(callId), saved)).text).toContain('It is saved');
    expect((await browser.look(pathOf(callId))).text).toContain('This call has closed');
  });

  it('speaks Welsh where the charity does, and changes language without losing a word', async () => {
    const callId = await charity.call({ questions, translations: { cy } });
    const welsh = await browser.look(`${pathOf(callId)}?language=cy`);
    expect(welsh.text).toContain('<html lang="cy">');
    expect(welsh.text).toContain('Cymerwch drosodd');
    const fields = { ...hiddenIn(welsh.text), ...filled(), 'a.pets': 'dog', press: 'en' };
    const english = await browser.send(pathOf(callId), new URLSearchParams(fields));
    expect(english.text).toContain(words.title);
    expect([typedIn(english.text, 'about'), english.status]).toEqual(['I like smoothies.', 200]);
    const back = await browser.send(pathOf(callId), new URLSearchParams({ ...fields, press: '' }));
    expect(back.text).toContain('Atebwch y cwestiwn hwn');
    const answered = { ...fields, press: '', 'a.dog-name': 'Rex' };
    const thanked = await browser.send(pathOf(callId), new URLSearchParams(answered));
    expect(thanked.text).toContain('Diolch. Mae wedi cyrraedd.');
  });

  it('may be framed by the sites the charity names, and by nobody else', async () => {
    const framed = await charity.call({ embedOn: ['https://shine.example', 'https://news.example'] });
    const bare = await charity.call();
    const policyOf = async (path: string) =>
      /frame-ancestors [^;]*/.exec(
        (await browser.look(path)).headers.get('content-security-policy') ?? '',
      )?.[0];
    expect(await policyOf(`${pathOf(framed)}/embed`)).toBe(
      'frame-ancestors https://shine.example https://news.example',
    );
    expect(await policyOf(pathOf(framed))).toBe("frame-ancestors 'none'");
    expect(await policyOf(`${pathOf(bare)}/embed`)).toBe("frame-ancestors 'none'");
    const { text } = await browser.look(`${pathOf(framed)}/embed`);
    expect(text).toContain(`action="${pathOf(framed)}/embed"`);
    expect(text).not.toContain('<footer>');
    const sent = new URLSearchParams({ ...hiddenIn(text), ...filled() });
    const thanked = await browser.send(`${pathOf(framed)}/embed`, sent);
    expect(thanked.text).toContain('Thank you. We have it.');
    expect(thanked.headers.get('content-security-policy')).toContain('https://shine.example');
  });
});
