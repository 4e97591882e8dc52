import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Mail, type Mailbox, startMailbox } from './mailbox.js';

describe('the development mailbox', () => {
  let dataDir: string;
  let mailbox: Mailbox;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'baton-mailbox-'));
    mailbox = await startMailbox({ dataDir });
  });

  afterEach(async () => {
    await mailbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const page = async (path: string) => (await fetch(new URL(path, mailbox.pageUrl))).text();
  const mails = async (query = ''): Promise<Mail[]> => JSON.parse(await page(`/api/mails${query}`)) as Mail[];

  it('shows what was sent to it over SMTP, newest last', async () => {
    await send(mailbox, { to: ['Ada@example.org'], subject: 'Grüße', text: 'Your code is 123 456.' });
    await send(mailbox, { to: ['grace@example.org'], subject: 'Second', text: 'Hello.' });
    expect(await mails()).toMatchObject([
      { to: 'ada@example.org', subject: 'Grüße', text: 'Your code is 123 456.\n' },
      { to: 'grace@example.org', subject: 'Second', text: 'Hello.\n' },
    ]);
  });

  it('gives each recipient a mail of their own, found by any spelling of the address', async () => {
    await send(mailbox, { to: ['ada@example.org', 'grace@example.org'], subject: 'Both', text: 'Hello.' });
    const [toGrace] = await mails('?to=Grace@Example.org');
    expect(toGrace).toMatchObject({ to: 'grace@example.org', subject: 'Both' });
    expect(await page(`/mail/${toGrace?.id}`)).toContain('To grace@example.org');
  });

  it('shows a mail as text, never as HTML', async () => {
    const text = `<img src=x onerror="alert(1)"> & 'more'`;
    await send(mailbox, { to: ['ada@example.org'], subject: '<script>alert(2)</script>', text });
    const [mail] = await mails();
    for (const html of [await page('/'), await page(`/mail/${mail?.id}`)]) {
      expect(html).not.toMatch(/<script|<img/);
      expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    }
    expect(await page(`/mail/${mail?.id}`)).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;');
  });

  it('shows the HTML of a mail in a frame that may do nothing, light or dark as is asked, or its text', async () => {
    const html =
      '<style>@media (prefers-color-scheme: dark) { body { color: #fff } }</style><script>alert(1)</script><p>Hi</p>';
    await send(mailbox, { to: ['ada@example.org'], subject: 'Both', text: html, type: 'text/html' });
    const [mail] = await mails();
    expect(mail).toMatchObject({ html: expect.stringContaining('<p>Hi</p>'), from: '', replyTo: '' });
    const light = await page(`/mail/${mail?.id}`);
    expect(light).toContain(
      '<iframe sandbox="" title="Both" class="light" srcdoc="&lt;style&gt;@media not all',
    );
    expect(light).not.toContain('<script');
    expect(await page(`/mail/${mail?.id}?as=dark`)).toContain('@media all');
    expect(await page(`/mail/${mail?.id}?as=text`)).not.toContain('<iframe');
  });

  it('lets a mail be answered, sent back and complained about over SMTP, at Baton’s own door', async () => {
    const door = await startMailbox({ dataDir: join(dataDir, 'door') });
    await mailbox.close();
    mailbox = await startMailbox({ dataDir, doorPort: Number(new URL(door.smtpUrl).port) });
    const returnTo = 'bounce+1.2@baton.example';
    await send(mailbox, {
      to: ['ada@example.org'],
      subject: 'Hi',
      text: 'x',
      returnTo,
      replyTo: 'reply+1.2@baton.example',
    });
    const [mail] = await mails();
    for (const deed of ['reply', 'bounce', 'complain']) {
      const body = new URLSearchParams({ words: 'Yes\n.\nplease' });
      const answer = await fetch(`${mailbox.pageUrl}/mail/${mail?.id}/${deed}`, { method: 'POST', body });
      expect(await answer.text()).toContain('said: 250');
    }
    const handedIn = JSON.parse(await (await fetch(`${door.pageUrl}/api/mails`)).text()) as Mail[];
    expect(handedIn.map(({ to }) => to)).toEqual(['reply+1.2@baton.example', returnTo, returnTo]);
    expect(handedIn[0]?.text).toContain('Yes\n.\nplease');
    await door.close();
  });

  it('allows its pages to load and run nothing', async () => {
    const { headers } = await fetch(mailbox.pageUrl);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('keeps its mails over a restart, until it is emptied', async () => {
    await send(mailbox, { to: ['ada@example.org'], subject: 'Kept', text: 'Hello.' });
    await mailbox.close();
    mailbox = await startMailbox({ dataDir });
    expect(await mails()).toMatchObject([{ subject: 'Kept' }]);
    await fetch(`${mailbox.pageUrl}/api/mails`, { method: 'DELETE' });
    expect(await mails()).toEqual([]);
  });
});

interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly type?: string;
  readonly returnTo?: string;
  readonly replyTo?: string;
}

/** Speaks SMTP line by line, as any mail program would. */
async function send({ smtpUrl }: Mailbox, letter: Letter): Promise<void> {
  const { to, subject, text, type = 'text/plain', returnTo = 'baton@example.org', replyTo } = letter;
  const { hostname, port } = new URL(smtpUrl);
  const socket = connect(Number(port), hostname);
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const says = async (code: string) => {
    let line = '';
    do line = String((await answers.next()).value);
    while (line[3] === '-');
    if (!line.startsWith(code)) throw new Error(`the mailbox said: ${line}`);
  };
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  const lines = [
    `Subject: ${encoded}`,
    ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
    `Content-Type: ${type}; charset=utf-8`,
    '',
    text,
    '.',
  ];
  await says('220');
  const steps: [string, string][] = [
    ['EHLO test', '250'],
    [`MAIL FROM:<${returnTo}>`, '250'],
    ...to.map((address): [string, string] => [`RCPT TO:<${address}>`, '250']),
    ['DATA', '354'],
    [lines.join('\r\n'), '250'],
    ['QUIT', '221'],
  ];
  for (const [line, code] of steps) {
    socket.write(`${line}\r\n`);
    await says(code);
  }
  socket.destroy();
}
