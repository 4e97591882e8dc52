import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { AddressRefused } from './address-refused.js';
import { Mailer } from './mailer.js';

const taken: { from: string; to: string[]; mail: ParsedMail }[] = [];
let refusing = false;
let later = false;
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_, __, answer) =>
    answer(
      refusing ? Object.assign(new Error('no such mailbox'), { responseCode: later ? 451 : 550 }) : null,
    ),
  onData: (stream, session, answer) => {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    simpleParser(stream).then((mail) => {
      const { mailFrom } = session.envelope;
      taken.push({ from: mailFrom ? mailFrom.address : '', to, mail });
      answer();
    }, answer);
  },
});
let mailer: Mailer;

describe('sending a mail', () => {
  beforeAll(async () => {
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    mailer = new Mailer({ smtpUrl: `smtp://127.0.0.1:${address.port}`, from: 'Baton <baton@example.org>' });
  });
  afterAll(() => {
    mailer.onApplicationShutdown();
    return new Promise<void>((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    refusing = false;
    later = false;
    taken.splice(0);
  });

  it('carries the text and the same as HTML', async () => {
    await mailer.send({ to: 'ada@example.org', subject: 'Héllo 🧑‍🦽', text: 'One\n\n    two' });
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual(['ada@example.org']);
    expect(taken[0]?.mail.subject).toBe('Héllo 🧑‍🦽');
    expect(taken[0]?.mail.text?.trim()).toBe('One\n\n    two');
    expect(taken[0]?.mail.html).toContain('<strong>two</strong>');
    expect(taken[0]?.mail.from?.text).toContain('baton@example.org');
  });

  it('throws where the server does not take it', async () => {
    refusing = true;
    await expect(mailer.send({ to: 'ada@example.org', subject: 'a', text: 'b' })).rejects.toThrow();
    expect(taken).toEqual([]);
  });

  it('is the same mail when it is sent again, and says that a machine wrote it', async () => {
    for (let twice = 0; twice < 2; twice += 1)
      await mailer.send({ to: 'ada@example.org', subject: 'a', text: 'b', id: '0192' });
    expect(taken.map(({ mail }) => mail.messageId)).toEqual(['<0192@example.org>', '<0192@example.org>']);
    expect(taken[0]?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('tells whether nobody is at the address, or the server only cannot take it now', async () => {
    refusing = true;
    await expect(mailer.send({ to: 'ada@example.org', subject: 'a', text: 'b' })).rejects.toBeInstanceOf(
      AddressRefused,
    );
    later = true;
    await expect(mailer.send({ to: 'ada@example.org', subject: 'a', text: 'b' })).rejects.not.toBeInstanceOf(
      AddressRefused,
    );
  });

  it('can come back to one address, be answered at another, and come from a name of its own', async () => {
    await mailer.send({
      ...{ to: 'ada@example.org', subject: 'a', text: 'b' },
      returnTo: 'bounce+1.2@example.org',
      replyTo: 'reply+1.2@example.org',
      fromName: 'Shine\r\nBcc: eve@example.org',
    });
    const [{ from, to, mail }] = taken as [(typeof taken)[number]];
    expect([from, to]).toEqual(['bounce+1.2@example.org', ['ada@example.org']]);
    expect(mail.replyTo?.text).toBe('reply+1.2@example.org');
    expect(mail.from?.value).toEqual([{ name: 'Shine Bcc: eve@example.org', address: 'baton@example.org' }]);
    expect(mail.headers.has('bcc')).toBe(false);
  });

  it('tells a mail program how one press ends it (RFC 8058), where it can be ended', async () => {
    const unsubscribe = 'https://baton.example/mail/unsubscribe?token=abc';
    await mailer.send({ to: 'ada@example.org', subject: 'a', text: 'b', unsubscribe });
    await mailer.send({ to: 'ada@example.org', subject: 'a', text: 'b' });
    const lines = taken.map(({ mail }) => mail.headerLines.filter(({ key }) => key.startsWith('list-')));
    expect(lines[0]?.map(({ line }) => line.replaceAll(/\s+/g, ' '))).toEqual([
      `List-Unsubscribe: <${unsubscribe}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]);
    expect(lines[1]).toEqual([]);
  });

  it('throws where nobody listens', async () => {
    const nobody = new Mailer({ smtpUrl: 'smtp://127.0.0.1:1' });
    await expect(nobody.send({ to: 'ada@example.org', subject: 'a', text: 'b' })).rejects.toThrow();
  });

  it('lets no line break in a subject add a header or a recipient', async () => {
    await mailer.send({ to: 'ada@example.org', subject: 'Hi\r\nBcc: eve@example.org', text: 'b' });
    expect(taken.map(({ to }) => to)).toEqual([['ada@example.org']]);
    expect(taken[0]?.mail.headers.has('bcc')).toBe(false);
  });

  it('writes to one address, whatever is in it', async () => {
    for (const returnTo of [undefined, 'bounce+1.2@example.org'])
      await mailer
        .send({
          to: 'ada@example.org, eve@example.org',
          subject: 'a',
          text: 'b',
          ...(returnTo && { returnTo }),
        })
        .catch(() => undefined);
    expect(taken.flatMap(({ to }) => to)).not.toContain('eve@example.org');
  });
});
